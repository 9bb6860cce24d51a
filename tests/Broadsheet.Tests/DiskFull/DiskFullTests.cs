using System.Text;
using Broadsheet.Data;
using Broadsheet.Tests.Publishing;
using Broadsheet.Tests.Serving;
using Broadsheet.Web.Hosting;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace Broadsheet.Tests.DiskFull;

/// <summary>What readers and writers see while the disk has no room, and that nothing is written by half. In programs of their own, on SQLite.</summary>
public sealed class DiskFullTests : IDisposable
{
    private static readonly Program.Ran Refused = new(ExitCode.Fault, "", "broadsheet: the disk is full: nothing was stored\n");

    private readonly DirectoryInfo home = Directory.CreateTempSubdirectory("broadsheet-full-");

    public void Dispose() => home.Delete(recursive: true);

    [Fact]
    public async Task Readers_are_served_and_a_reply_is_given_back_until_there_is_room()
    {
        using var disk = await DiskAsync("Kept", "Fresh");
        await using var node = await Node.StartAsync(disk.Data, disk.Place);
        await TextAsync(node, "/town/kept/");
        disk.Fill();

        using (var refused = await ReplyAsync(node, "Forty words that took a while."))
        {
            Assert.Equal((503, "no-store"), ((int)refused.StatusCode, $"{refused.Headers.CacheControl}"));
            Assert.NotNull(refused.Headers.RetryAfter);
            Assert.Contains("Forty words that took a while.", await refused.Content.ReadAsStringAsync());
        }
        Assert.DoesNotContain("Forty words", await TextAsync(node, "/town/kept/"));
        foreach (var page in new[] { "/town/fresh/", "/", "/search?q=council", "/feed/", "/readyz" }) await TextAsync(node, page);

        disk.MakeRoom();
        using var taken = await ReplyAsync(node, "Forty words that took a while.");
        Assert.Equal(303, (int)taken.StatusCode);
        Assert.Contains("Forty words", await TextAsync(node, "/town/kept/"));
        await node.EndAsync();
        await JudgeAsync(disk, revisions: 2, replies: 1);
    }

    [Fact]
    public async Task A_publication_is_refused_in_one_line_until_there_is_room()
    {
        using var disk = await DiskAsync("Before");
        await using var node = await Node.StartAsync(disk.Data, disk.Place);
        var manuscript = Manuscript("The bridge is open");
        disk.Fill();

        Assert.Equal(Refused, await disk.RunAsync("publish", manuscript));
        Assert.Equal((200, 404), (node.StatusOf("/town/before/"), node.StatusOf("/town/the-bridge-is-open/")));

        disk.MakeRoom();
        Assert.Equal((ExitCode.Done, "/town/the-bridge-is-open/ (revision 1)\n"), await disk.RunAsync("publish", manuscript) is var bridge ? (bridge.ExitCode, bridge.Output) : default);
        Assert.Contains("The bridge is open", await TextAsync(node, "/"));
        await node.EndAsync();
        await JudgeAsync(disk, revisions: 2, replies: 0);
    }

    [Fact]
    public async Task The_first_program_to_open_the_paper_says_why_it_cannot()
    {
        using var disk = await DiskAsync("Before");
        disk.Fill();
        Assert.Equal(Refused, await disk.RunAsync("publish", Manuscript("The bridge is open")));
        Assert.Equal(Refused, await disk.RunAsync("serve", "--urls", "http://127.0.0.1:0"));

        disk.MakeRoom();
        await using var node = await Node.StartAsync(disk.Data, disk.Place);
        await TextAsync(node, "/town/before/");
        await node.EndAsync();
        await JudgeAsync(disk, revisions: 1, replies: 0);
    }

    [Fact]
    public async Task A_picture_that_has_no_room_is_told_and_leaves_nothing_behind()
    {
        using var disk = await DiskAsync("Before");
        await using var node = await Node.StartAsync(disk.Data, disk.Place);
        var manuscript = Manuscript("A boat", "The boat.\n\n![A boat](boat.svg)");
        File.WriteAllText(Path.Combine(home.FullName, "boat.svg"), Drawing(bytes: 1_000_000));
        disk.Fill(leave: 100);

        Assert.Equal(new Program.Ran(ExitCode.Fault, "", $"broadsheet: pictures: the folder {disk.Data}/media: the disk is full\n"), await disk.RunAsync("publish", manuscript));
        Assert.Empty(disk.Pictures());
        Assert.Equal(404, node.StatusOf("/town/a-boat/"));

        disk.MakeRoom();
        Assert.Equal((ExitCode.Done, "/town/a-boat/ (revision 1)\n"), await disk.RunAsync("publish", manuscript) is var boat ? (boat.ExitCode, boat.Output) : default);
        Assert.Equal(200, node.StatusOf("/media/1/800.webp"));
        disk.Fill();
        Assert.Equal(200, node.StatusOf("/media/1/800.webp"));
        Assert.Contains("/media/1/", await TextAsync(node, "/town/a-boat/"));
        // A width that nobody had asked for.
        var pictures = disk.Pictures();
        Assert.Equal(200, node.StatusOf("/media/1/400.webp"));
        Assert.Equal(pictures, disk.Pictures());

        disk.MakeRoom();
        Assert.Equal(200, node.StatusOf("/media/1/400.webp"));
        await node.EndAsync();
        await JudgeAsync(disk, revisions: 2, replies: 0);
    }

    [Fact]
    public async Task However_little_room_there_is_all_of_it_is_written_or_nothing()
    {
        using var disk = await DiskAsync("Kept");
        await using var node = await Node.StartAsync(disk.Data, disk.Place);
        List<bool> replies = [], pieces = [];
        // What a refused one has taken of the log of writes is there for the next: each gets one block further.
        for (var turn = 0; turn < 60; turn++)
        {
            disk.Fill(leave: 1);
            using var answer = await ReplyAsync(node, $"Reply number {turn} of many.");
            replies.Add(WasDone((int)answer.StatusCode, done: 303, refused: 503));
            Assert.Equal(replies[^1], (await TextAsync(node, "/town/kept/")).Contains($"Reply number {turn} of many."));
        }
        foreach (var room in new[] { 0, 16, 32, 64 })
        {
            disk.Fill(room);
            pieces.Add(WasDone((await disk.RunAsync("publish", Manuscript($"Piece {room}"))).ExitCode, ExitCode.Done, ExitCode.Fault));
            Assert.Equal(pieces[^1] ? 200 : 404, node.StatusOf($"/town/piece-{room}/"));
        }
        disk.MakeRoom();
        await node.EndAsync();

        Assert.All([replies, pieces], tried => Assert.Equal([false, true], tried.Distinct().Order()));
        await JudgeAsync(disk, 1 + pieces.Count(done => done), replies.Count(done => done));
    }

    private static bool WasDone(int said, int done, int refused)
    {
        Assert.True(said == done || said == refused, $"{said}");
        return said == done;
    }

    // With a paper on it that was made where there is room.
    private async Task<SmallDisk> DiskAsync(params string[] headlines)
    {
        var disk = new SmallDisk();
        var data = home.CreateSubdirectory(Guid.NewGuid().ToString("n")).FullName;
        File.WriteAllText(Path.Combine(data, Settings.FileName), """{ "Comments": { "Hold": "never", "Flood": "off" } }""");
        Assert.Equal(ExitCode.Done, await Program.VerbAsync(["publish", .. headlines.Select(headline => Manuscript(headline)), "--data", data]));
        disk.CopyFrom(data);
        return disk;
    }

    private string Manuscript(string headline, string body = "The council met in the town hall.")
    {
        var file = Path.Combine(home.FullName, $"{Guid.NewGuid():n}.md");
        File.WriteAllText(file, $"---\nheadline: {headline}\nsection: town\n---\n\n{body}\n");
        return file;
    }

    private static string Drawing(int bytes) =>
        new StringBuilder("<svg xmlns=\"http://www.w3.org/2000/svg\" width=\"900\" height=\"600\"><!-- ").Append('x', bytes).Append(" --><rect width=\"900\" height=\"600\" fill=\"#357\"/></svg>").ToString();

    // To the first article that was published.
    private static Task<HttpResponseMessage> ReplyAsync(Node node, string body) => node.Browser.PostAsync("/comments", new FormUrlEncodedContent(new Dictionary<string, string>
    {
        ["article"] = "1", ["author"] = "Ann", ["email"] = Reply.SomeAddress(), ["body"] = body,
    }));

    private static async Task<string> TextAsync(Node node, string path)
    {
        using var answer = await node.Browser.GetAsync(path);
        Assert.Equal((path, 200), (path, (int)answer.StatusCode));
        return await answer.Content.ReadAsStringAsync();
    }

    /// <summary>What lies on the disk once all programs have ended.</summary>
    private async Task JudgeAsync(SmallDisk disk, int revisions, int replies)
    {
        var copy = home.CreateSubdirectory(Guid.NewGuid().ToString("n")).FullName;
        disk.CopyTo(copy);
        await using var paper = await Web.Hosting.Paper.OpenAsync(Settings.Read(copy, null), default);
        var db = paper.ServiceProvider.GetRequiredService<NewsDb>();
        Assert.Equal(["ok"], await db.Database.SqlQueryRaw<string>("select integrity_check as \"Value\" from pragma_integrity_check").ToListAsync());
        Assert.Equal((revisions, replies), (await Chain.JudgeAsync(db), await db.Comments.CountAsync()));
    }
}
