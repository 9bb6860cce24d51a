using System.Net;
using System.Net.Http.Headers;
using Broadsheet.Web.Features.Serving;
using Microsoft.EntityFrameworkCore;

namespace Broadsheet.Tests.Media;

public sealed class PicturesInTheDataFolderTests(Paper paper) : ShowPictureTests<Paper>(paper)
{
    [Fact]
    public async Task Originals_and_copies_lie_in_the_data_folder()
    {
        var (_, picture) = await PublishAsync();
        await Paper.Browser.GetByteArrayAsync(picture);

        Assert.NotEmpty(Directory.GetFiles(Path.Combine(Paper.Folder, "media", "originals")));
        Assert.NotEmpty(Directory.GetFiles(Path.Combine(Paper.Folder, "media", "sized")));
    }
}

public sealed class PicturesInASharedFolderTests(FolderPaper paper) : SharedPictureTests<FolderPaper>(paper);

public sealed class PicturesInAnS3StoreTests(S3Paper paper) : SharedPictureTests<S3Paper>(paper);

/// <summary>What holds for pictures wherever they are kept.</summary>
public abstract class ShowPictureTests<TPaper>(TPaper paper) : PaperTest<TPaper> where TPaper : Paper
{
    protected TPaper Paper => paper;

    [Fact]
    public async Task A_picture_is_for_ever_and_not_sent_twice()
    {
        var (_, picture) = await PublishAsync();

        using var first = await paper.Browser.GetAsync(picture);
        using var byTag = await AskAsync(picture, r => r.Headers.IfNoneMatch.Add(first.Headers.ETag!));
        using var byTime = await AskAsync(picture, r => r.Headers.IfModifiedSince = first.Content.Headers.LastModified);
        using var head = await AskAsync(picture, r => r.Method = HttpMethod.Head);

        Assert.Equal((HttpStatusCode.OK, "image/webp", "public, max-age=31536000, immutable"), (first.StatusCode, $"{first.Content.Headers.ContentType}", $"{first.Headers.CacheControl}"));
        Assert.Equal("RIFF"u8.ToArray(), (await first.Content.ReadAsByteArrayAsync())[..4]);
        Assert.Equal((HttpStatusCode.NotModified, HttpStatusCode.NotModified), (byTag.StatusCode, byTime.StatusCode));
        Assert.Equal((first.Content.Headers.ContentLength, first.Headers.ETag), (head.Content.Headers.ContentLength, head.Headers.ETag));
    }

    [Fact]
    public async Task A_part_of_a_picture_can_be_asked_for()
    {
        var (_, picture) = await PublishAsync();
        var all = await paper.Browser.GetByteArrayAsync(picture);

        using var part = await AskAsync(picture, r => r.Headers.Range = new RangeHeaderValue(4, 11));
        using var beyond = await AskAsync(picture, r => r.Headers.Range = new RangeHeaderValue(all.Length, null));

        Assert.Equal((HttpStatusCode.PartialContent, $"bytes 4-11/{all.Length}"), (part.StatusCode, $"{part.Content.Headers.ContentRange}"));
        Assert.Equal(all[4..12], await part.Content.ReadAsByteArrayAsync());
        Assert.Equal(HttpStatusCode.RequestedRangeNotSatisfiable, beyond.StatusCode);
    }

    [Fact]
    public async Task Which_file_a_picture_is_is_asked_once()
    {
        var (_, picture) = await PublishAsync();
        await paper.Browser.GetByteArrayAsync(picture);
        var id = long.Parse(picture.Split('/')[2]);

        await paper.AskAsync(db => db.Pictures.Where(p => p.Id == id).ExecuteUpdateAsync(p => p.SetProperty(x => x.File, "gone.svg")));

        Assert.Equal(200, await paper.StatusAsync(picture));
        Assert.Equal(200, await paper.StatusAsync($"/media/{id}/social.jpg"));
    }

    [Fact]
    public async Task A_picture_that_was_not_there_may_come()
    {
        var next = 1 + await paper.AskAsync(async db => await db.Pictures.MaxAsync(p => (long?)p.Id) ?? 0);
        Assert.Equal(404, await paper.StatusAsync($"/media/{next}/400.webp"));

        var (_, picture) = await PublishAsync();

        Assert.Equal(200, await paper.StatusAsync(picture));
    }

    [Theory]
    [InlineData("/media/999999/400.webp")]
    [InlineData("/media/1/401.webp")]
    [InlineData("/media/999999/social.jpg")]
    public async Task What_is_no_picture_is_not_found(string path) => Assert.Equal(404, await paper.StatusAsync(path));

    protected async Task<(Piece Piece, string Picture)> PublishAsync()
    {
        var file = paper.Manuscript("A boat", "The boat.\n\n![A boat](NAME)".Replace("NAME", $"{Guid.NewGuid():n}.svg"));
        var name = File.ReadAllText(file).Split("](")[1].Split(')')[0];
        await File.WriteAllBytesAsync(Path.Combine(Path.GetDirectoryName(file)!, name), MediaFixtures.Drawing());
        var piece = Assert.Single(await paper.PublishFilesAsync(file));
        return (piece, (await paper.PageAsync(piece.Url)).QuerySelector("main img")!.GetAttribute("src")!);
    }

    protected async Task<HttpResponseMessage> AskAsync(string path, Action<HttpRequestMessage> how)
    {
        using var request = new HttpRequestMessage(HttpMethod.Get, path);
        how(request);
        return await paper.Browser.SendAsync(request);
    }
}

/// <summary>What holds where several nodes share the store.</summary>
public abstract class SharedPictureTests<TPaper>(TPaper paper) : ShowPictureTests<TPaper>(paper) where TPaper : SharedPaper
{
    [Fact]
    public async Task Another_node_finds_the_copy_that_the_first_one_made()
    {
        var (_, picture) = await PublishAsync();
        var bytes = await Paper.Browser.GetByteArrayAsync(picture);
        foreach (var original in Paper.Names.Where(n => n.StartsWith("originals/"))) Paper.Lose(original);
        await using var other = await Newspaper.OpenAsync(Paper.Settings, "http://127.0.0.1:0", demo: false, default);
        await other.StartAsync();

        using var browser = new HttpClient { BaseAddress = new Uri(other.Urls.First()) };

        Assert.Equal(bytes, await browser.GetByteArrayAsync(picture));
        using var lost = await browser.GetAsync(picture.Replace("/800.", "/1600."));
        Assert.Equal(HttpStatusCode.NotFound, lost.StatusCode);
        Assert.False(Directory.Exists(Path.Combine(Paper.Folder, "media")));
    }

    [Fact]
    public async Task Without_its_store_the_paper_has_text_and_no_pictures_until_the_store_is_back()
    {
        var (piece, picture) = await PublishAsync();
        Paper.StopStore();
        try
        {
            for (var i = 0; i < 5; i++)
            {
                using var none = await Paper.Browser.GetAsync(picture);
                Assert.Equal((HttpStatusCode.ServiceUnavailable, "no-store", "5"), (none.StatusCode, $"{none.Headers.CacheControl}", $"{none.Headers.RetryAfter}"));
            }
            Assert.Equal(200, await Paper.StatusAsync(piece.Url));
            Assert.Equal(200, await Paper.StatusAsync("/"));
            Assert.Equal(3, await Paper.VerbAsync("publish", Directory.GetFiles(Path.Combine(Paper.Folder, "..", "desk"), "*.md")[0]));
        }
        finally { Paper.StartStore(); }

        await Task.Delay(TimeSpan.FromSeconds(5.5));
        Assert.Equal(200, await Paper.StatusAsync(picture));
    }
}
