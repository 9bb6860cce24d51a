using System.Text;
using Broadsheet.Domain.Media;
using Broadsheet.Import.Pictures;
using Broadsheet.Import.Pictures.Stores;

namespace Broadsheet.Tests.Media;

public sealed class PictureDeskTests : IDisposable
{
    private static readonly DateTime Noon = new(2026, 11, 20, 12, 0, 0, DateTimeKind.Utc);
    private readonly DirectoryInfo home = Directory.CreateTempSubdirectory("broadsheet-media-");
    private readonly PictureDesk desk;

    public PictureDeskTests() => desk = new PictureDesk(new FolderStore(home.FullName, new Patience(8, TimeProvider.System)));

    public void Dispose() => home.Delete(recursive: true);

    [Fact]
    public async Task A_drawing_is_kept_and_printed_in_any_width()
    {
        var picture = await AddAsync(Svg(300, 200));

        Assert.Equal((300, 200, ".svg"), (picture.Width, picture.Height, Path.GetExtension(picture.File)));
        Assert.Equal("RIFF"u8.ToArray(), (await SizedAsync(picture, 800))[..4]);
        Assert.Equal([0xFF, 0xD8], (await SocialAsync(picture))[..2]);
    }

    [Fact]
    public async Task The_same_picture_twice_is_kept_once()
    {
        Assert.Equal((await AddAsync(Svg(300, 200))).File, (await AddAsync(Svg(300, 200))).File);
        Assert.Single(Directory.GetFiles(Path.Combine(home.FullName, "originals")));
    }

    [Fact]
    public async Task A_picture_has_no_name_of_its_senders_choice_on_disk()
    {
        foreach (var name in File.ReadAllLines(Path.Combine(Shared.Need("data/images/nasty"), "FILE-NAMES.txt")))
            Assert.Matches("^[0-9a-f]{64}\\.svg$", (await desk.AddAsync(Svg(3, 2), name, Noon, default)).Value.File);
        Assert.Single(Directory.GetFiles(home.FullName, "*", SearchOption.AllDirectories));
    }

    [Theory]
    [InlineData("empty.png")]
    [InlineData("html-named.jpg")]
    [InlineData("html-named.png")]
    [InlineData("one-byte.jpg")]
    [InlineData("pdf-named.jpg")]
    [InlineData("text.webp")]
    [InlineData("zip-named.png")]
    [InlineData("bomb-65000x2.png", true)]
    [InlineData("liar-65500x65500.jpg")]
    [InlineData("liar-header-100000x100000.png")]
    [InlineData("truncated.png", true)]
    [InlineData("frames-5000-of-20000x20000.gif")]
    public async Task What_is_no_picture_or_a_bomb_is_refused(string name, bool orSmall = false)
    {
        var bytes = File.ReadAllBytes(Path.Combine(Shared.Need("data/images/nasty"), name));

        var added = await desk.AddAsync(bytes, name, Noon, default);

        if (orSmall && added.Refused is null) Assert.True((long)added.Value.Width * added.Value.Height < 1_000_000);
        else Assert.Contains(name, added.Refused!.ToString());
    }

    [Fact]
    public async Task A_drawing_of_more_pixels_than_the_paper_prints_is_refused() =>
        Assert.Equal("The picture wall.svg has more than 100 million pixels.", (await desk.AddAsync(Svg(20_000, 6_000), "wall.svg", Noon, default)).Refused!.ToString());

    [Fact]
    public async Task Nothing_that_is_no_picture_stays_on_disk()
    {
        Assert.NotNull((await desk.AddAsync(Encoding.UTF8.GetBytes("<html><script>alert(1)</script></html>"), "a.jpg", Noon, default)).Refused);

        Assert.Empty(Directory.GetFiles(home.FullName, "*", SearchOption.AllDirectories));
    }

    [Fact]
    public async Task A_drawing_reads_no_file_of_the_machine()
    {
        var secret = Path.Combine(home.FullName, "secret.svg");
        File.WriteAllText(secret, "<svg xmlns=\"http://www.w3.org/2000/svg\" width=\"90\" height=\"90\"><rect width=\"90\" height=\"90\" fill=\"#f00\"/></svg>");
        var added = await desk.AddAsync(Encoding.UTF8.GetBytes($"<svg xmlns=\"http://www.w3.org/2000/svg\" xmlns:xlink=\"http://www.w3.org/1999/xlink\" width=\"90\" height=\"90\"><rect width=\"90\" height=\"90\" fill=\"#fff\"/><image width=\"90\" height=\"90\" xlink:href=\"file://{secret}\"/></svg>"), "a.svg", Noon, default);
        if (added.Refused is not null) return;

        using var printed = NetVips.Image.NewFromBuffer(await SizedAsync(added.Value, 400));
        Assert.All(printed.Getpoint(printed.Width / 2, printed.Height / 2).Take(3), channel => Assert.True(channel > 240, "the drawing shows a file of the machine"));
    }

    [Fact]
    public async Task Readers_get_no_place_and_no_camera()
    {
        var bytes = File.ReadAllBytes(Shared.Need("data/images/gps-DSCN0010.jpg"));

        var picture = await AddAsync(bytes);

        Assert.Contains("Exif", Encoding.Latin1.GetString(bytes));
        Assert.DoesNotContain("EXIF", Encoding.Latin1.GetString(await SizedAsync(picture, 400)), StringComparison.OrdinalIgnoreCase);
        Assert.DoesNotContain("EXIF", Encoding.Latin1.GetString(await SocialAsync(picture)), StringComparison.OrdinalIgnoreCase);
    }

    [Theory]
    [InlineData("orientation-landscape-1.jpg")]
    [InlineData("orientation-landscape-3.jpg")]
    [InlineData("orientation-landscape-6.jpg")]
    [InlineData("orientation-landscape-8.jpg")]
    public async Task However_the_camera_was_held_the_picture_is_upright(string name)
    {
        var picture = await AddAsync(File.ReadAllBytes(Shared.Need($"data/images/{name}")));

        Assert.True(picture.Width > picture.Height);
        using var printed = NetVips.Image.NewFromBuffer(await SizedAsync(picture, 400));
        Assert.Equal((400, true), (printed.Width, printed.Height < 400));
    }

    private async Task<Picture> AddAsync(byte[] bytes) => (await desk.AddAsync(bytes, "picture", Noon, default)).Value;

    private async Task<byte[]> SizedAsync(Picture picture, int width) => (await desk.SizedAsync(picture.File, width, default))!.All();

    private async Task<byte[]> SocialAsync(Picture picture) => (await desk.SocialAsync(picture.File, default))!.All();

    private static byte[] Svg(int width, int height) => Encoding.UTF8.GetBytes($"<svg xmlns=\"http://www.w3.org/2000/svg\" width=\"{width}\" height=\"{height}\"><rect width=\"{width}\" height=\"{height}\" fill=\"#fff\"/></svg>");
}
