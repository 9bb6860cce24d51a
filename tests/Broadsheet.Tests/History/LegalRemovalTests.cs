using System.Data.Common;
using AngleSharp;
using System.Text;
using System.Text.Json;
using Broadsheet.Data.Publishing;
using Broadsheet.Domain.Articles;
using Microsoft.EntityFrameworkCore;

namespace Broadsheet.Tests.History;

public sealed class LegalRemovalTests(Paper paper) : PaperTest
{
    [Fact]
    public async Task What_readers_see_is_not_removed_under_them()
    {
        var piece = await paper.PublishAsync("Shown and stays");

        Assert.Equal(1, await ExpungeAsync(piece, 1));
        Assert.Equal(1, await ExpungeAsync(piece, 2));
        Assert.Equal(200, await paper.StatusAsync(piece.Path));
    }

    [Fact]
    public async Task An_older_version_leaves_its_place_its_hash_and_the_reason()
    {
        await paper.PublishAsync("Mr Nobodyson did it", "Secretword was said.", fields: "slug: removed");
        var piece = await paper.PublishAsync("Somebody did it", fields: "slug: removed");
        await paper.PageAsync(piece.Path + "?history");
        var hash = await paper.AskAsync(db => db.Revisions.Where(r => r.ArticleId == piece.Id && r.Number == 1).Select(r => r.Hash).SingleAsync());
        var before = await RemovedAsync();

        Assert.Equal(0, await ExpungeAsync(piece, 1));

        var page = await paper.PageAsync(piece.Path + "?history");
        var first = page.QuerySelectorAll(".versions > li").Last();
        Assert.Contains("Ordered by the court.", first.QuerySelector(".removed")!.TextContent);
        Assert.Equal(hash, first.QuerySelector("code")!.GetAttribute("title"));
        Assert.DoesNotContain("Nobodyson", page.ToHtml());
        Assert.Equal(404, await paper.StatusAsync(piece.Path + "?history&from=1&to=2"));
        Assert.Equal(before + 1, await RemovedAsync());
        Assert.Null((await ProveAsync()).Fault);
        var entry = await paper.AskAsync(db => db.Audit.SingleAsync(e => e.ArticleId == piece.Id && e.Act == "expunged"));
        Assert.Equal("version 1: Ordered by the court.", entry.Detail);
        Assert.Equal(1, await ExpungeAsync(piece, 1));
    }

    [Fact]
    public async Task The_last_version_of_a_withdrawn_article_can_be_removed()
    {
        var piece = await paper.PublishAsync("Headline to be forgotten", "Text to be forgotten.");
        await paper.WithdrawAsync(piece);

        Assert.Equal(0, await ExpungeAsync(piece, 1));

        using var gone = await paper.Browser.GetAsync(piece.Path);
        Assert.Equal(410, (int)gone.StatusCode);
        Assert.DoesNotContain("Headline to be forgotten", await gone.Content.ReadAsStringAsync());
        Assert.DoesNotContain("Headline to be forgotten", await paper.TextAsync(piece.Path + "?history"));
        Assert.Null((await ProveAsync()).Fault);
        await paper.PublishAsync("Headline to be forgotten", "Another text.");
        Assert.Contains("Another text.", await paper.TextAsync(piece.Path));
    }

    [Fact]
    public async Task No_byte_of_what_was_removed_stays_in_the_file()
    {
        if (PaperDatabase.IsPostgres) Assert.Skip("SQLite's file is the paper's own");
        const string Word = "Unforgettablexyz";
        await paper.PublishAsync("Bytes", Word + " " + string.Concat(Enumerable.Repeat("and more words of it ", 1000)), fields: "slug: bytes");
        var piece = await paper.PublishAsync("Bytes", "Harmless.", fields: "slug: bytes");
        Assert.True(Holds(Word));

        Assert.Equal(0, await ExpungeAsync(piece, 1));

        Assert.False(Holds(Word));
    }

    [Theory]
    [InlineData("update revision set tombstone = null where tombstone is not null")]
    [InlineData("update revision set tombstone = tombstone where tombstone is not null")]
    [InlineData("update revision set body = 'Never said' where tombstone is not null")]
    [InlineData("update revision set tombstone = 'x' where tombstone is null")]
    [InlineData("update revision set tombstone = 'x', headline = '', body = '', kicker = null, standfirst = null, dateline = null, update_note = null, picture = null, credits = '[]', topics = '[]', read_also = '[]', corrections = '[]', hash = 'y' where tombstone is null")]
    public async Task A_tombstone_is_set_once_and_with_nothing_else(string sql)
    {
        await paper.PublishAsync("Set once", fields: "slug: set-once");
        var piece = await paper.PublishAsync("Set once", "Again.", fields: "slug: set-once");
        await ExpungeAsync(piece, 1);

        await Assert.ThrowsAnyAsync<DbException>(() => paper.AskAsync(db => db.Database.ExecuteSqlRawAsync(sql)));
    }

    private Task<int> ExpungeAsync(Piece piece, int version) => paper.VerbAsync("expunge", piece.Path, "--revision", $"{version}", "--reason", "Ordered by the court.");

    private Task<LogProof.Result> ProveAsync() => paper.AskAsync(db => new LogProof(db, paper.Part<Signet>(), null).RunAsync(_ => { }, default));

    private async Task<long> RemovedAsync()
    {
        using var log = JsonDocument.Parse(await paper.TextAsync("/.well-known/revision-log"));
        return log.RootElement.GetProperty("removed").GetInt64();
    }

    private bool Holds(string word) => Directory.GetFiles(paper.Folder, "broadsheet.db*").Any(file =>
    {
        using var stream = new FileStream(file, FileMode.Open, FileAccess.Read, FileShare.ReadWrite | FileShare.Delete);
        var bytes = new byte[stream.Length];
        stream.ReadExactly(bytes);
        return bytes.AsSpan().IndexOf(Encoding.UTF8.GetBytes(word)) >= 0;
    });
}
