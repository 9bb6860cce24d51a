using System.Diagnostics;
using Broadsheet.Import.Pictures;
using Broadsheet.Import.Pictures.Stores;

namespace Broadsheet.Tests.Media;

public sealed class FolderStoreTests : IDisposable
{
    private readonly DirectoryInfo home = Directory.CreateTempSubdirectory("broadsheet-store-");

    public void Dispose()
    {
        if (home.Exists) home.Delete(recursive: true);
    }

    [Fact]
    public async Task What_was_put_is_there_for_every_node()
    {
        await Store().PutAsync("sized/a.webp", [1, 2, 3], default);

        Assert.Equal([1, 2, 3], await Store().AllAsync("sized/a.webp"));
        Assert.True(await Store().ExistsAsync("sized/a.webp", default));
        Assert.Null(await Store().OpenAsync("sized/b.webp", default));
        Assert.Null(await Store().OpenAsync("elsewhere/b.webp", default));
        Assert.False(await Store().ExistsAsync("sized/b.webp", default));
    }

    [Fact]
    public async Task A_half_written_file_is_never_seen()
    {
        byte[] large = new byte[16 << 20];
        var store = Store();

        var writing = Task.Run(() => store.PutAsync("sized/a.webp", large, default));
        long seen = 0;
        while (!writing.IsCompleted)
            if (new FileInfo(Path.Combine(home.FullName, "sized/a.webp")) is { Exists: true } file) { seen = file.Length; Assert.Equal(large.Length, seen); }
        await writing;

        Assert.Equal(large.Length, (await store.AllAsync("sized/a.webp"))!.Length);
    }

    [Fact]
    public async Task What_could_not_be_put_leaves_nothing_behind()
    {
        Directory.CreateDirectory(Path.Combine(home.FullName, "sized", "a.webp"));

        await Assert.ThrowsAsync<MediaStoreSilent>(() => Store().PutAsync("sized/a.webp", [1], default));

        Assert.Empty(Directory.GetFiles(home.FullName, "*", SearchOption.AllDirectories));
    }

    [Fact]
    public async Task Nodes_that_make_the_same_copy_at_once_do_no_harm()
    {
        var picture = (await new PictureDesk(Store()).AddAsync(MediaFixtures.Drawing(), "a.svg", DateTime.UtcNow, default)).Value;

        var copies = await Task.WhenAll(Enumerable.Range(0, 6).Select(_ => new PictureDesk(Store()).SizedAsync(picture.File, 400, default)));

        Assert.Single(copies.Select(c => Convert.ToHexString(c!.All())).Distinct());
        Assert.Equal(2, home.GetFiles("*", SearchOption.AllDirectories).Length);
    }

    [Fact]
    public async Task A_copy_is_found_and_not_made_again()
    {
        var picture = (await new PictureDesk(Store()).AddAsync(MediaFixtures.Drawing(), "a.svg", DateTime.UtcNow, default)).Value;
        await (await new PictureDesk(Store()).SizedAsync(picture.File, 400, default))!.Content.DisposeAsync();
        File.Delete(Path.Combine(home.FullName, "originals", picture.File));

        Assert.NotEmpty((await new PictureDesk(Store()).SizedAsync(picture.File, 400, default))!.All());
        Assert.Null(await new PictureDesk(Store()).SizedAsync(picture.File, 800, default));
    }

    [Fact]
    public async Task A_folder_that_went_away_is_no_folder_without_pictures()
    {
        var store = Store();
        home.Delete(recursive: true);

        Assert.Contains(home.FullName, (await Assert.ThrowsAsync<MediaStoreSilent>(() => store.OpenAsync("sized/a.webp", default))).Message);
        await Assert.ThrowsAsync<MediaStoreSilent>(() => Store().ExistsAsync("sized/a.webp", default));
        await Assert.ThrowsAsync<MediaStoreSilent>(() => Store().PutAsync("sized/a.webp", [1], default));
        Assert.Equal($"there is no folder {home.FullName}", await Store().FaultAsync(default));
        Assert.False(Directory.Exists(home.FullName));
    }

    [Fact]
    public async Task A_folder_that_hangs_is_not_waited_for()
    {
        // Opening a pipe that nobody writes to waits for ever, as a share does whose server is gone.
        Directory.CreateDirectory(Path.Combine(home.FullName, "sized"));
        var pipe = Path.Combine(home.FullName, "sized", "a.webp");
        using (var made = Process.Start("mkfifo", pipe)) await made.WaitForExitAsync();
        var store = new FolderStore(home.FullName, MediaFixtures.Patience(seconds: 0.2));

        var silent = await Assert.ThrowsAsync<MediaStoreSilent>(() => store.OpenAsync("sized/a.webp", default).WaitAsync(TimeSpan.FromSeconds(20)));

        Assert.Equal($"pictures: the folder {home.FullName}: no answer in time", silent.Message);
        await File.WriteAllBytesAsync(pipe, [1]);
    }

    [Fact]
    public async Task A_folder_in_order_has_no_fault()
    {
        Assert.Null(await Store().FaultAsync(default));
        Assert.Empty(home.GetFileSystemInfos());
    }

    private FolderStore Store() => new(home.FullName, MediaFixtures.Patience());
}
