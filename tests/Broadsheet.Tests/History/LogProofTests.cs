using System.Reflection;
using System.Security.Cryptography;
using System.Text;
using Broadsheet.Data;
using Broadsheet.Data.Publishing;
using Broadsheet.Domain.Articles;
using Microsoft.EntityFrameworkCore;

namespace Broadsheet.Tests.History;

/// <summary>Somebody who can write to the database behind the program's back. Each has a paper of their own, because its log is spoilt.</summary>
[Trait("paper", "running")]
public sealed class LogProofTests : IAsyncLifetime
{
    private const int Revisions = 6;

    private readonly Paper paper = new();
    private LogProof.Kept kept = null!;

    public async ValueTask InitializeAsync()
    {
        await paper.InitializeAsync();
        await paper.PublishFilesAsync([.. Enumerable.Range(1, Revisions - 1).Select(n => paper.Manuscript($"Piece {n}", fields: "byline: Ann"))]);
        await paper.PublishAsync("Piece 1", "A second version.");
        var head = await paper.AskAsync(db => RevisionLog.HeadAsync(db, default));
        kept = new(head.Id, head.Hash);
    }

    public ValueTask DisposeAsync() => paper.DisposeAsync();

    [Fact]
    public async Task A_log_that_nobody_touched_is_proved()
    {
        var proof = await ProveAsync(kept);

        Assert.Null(proof.Fault);
        Assert.Equal((6, kept.Hash, 0), (proof.Count, proof.Head.Hash, proof.Removed));
        Assert.Equal(0, await paper.VerbAsync("verify-history", "--head", kept.Hash.ToUpperInvariant()));
        await paper.PublishAsync("Piece 7");
        Assert.Null((await ProveAsync(kept)).Fault);
    }

    [Theory]
    [InlineData("update revision set headline = 'Never said' where id = 3", 3, "altered")]
    [InlineData("update revision set section_id = section_id + 1 where id = 1", 1, "altered")]
    [InlineData("update revision set corrections = '[{\"Kind\":\"Update\",\"At\":\"2026-01-01T00:00:00Z\",\"Text\":\"x\"}]' where id = 6", 6, "altered")]
    [InlineData("update revision set credits = 'no list' where id = 4", 4, "cannot be read")]
    [InlineData("update revision set made_at = '2020-01-01 00:00:00' where id = 2", 2, "altered")]
    [InlineData("update revision set previous_hash = 'x' where id = 5", 5, "altered")]
    [InlineData("delete from revision where id = 1", 1, "missing")]
    [InlineData("delete from revision where id = 3", 3, "missing")]
    [InlineData("delete from revision where id = 6", 6, "missing, though /town/piece-1/ shows it")]
    [InlineData("delete from revision where id = 3; update revision set id = id - 1 where id > 3", 3, "before it is missing")]
    [InlineData("update revision set id = 99 where id = 3; update revision set id = 3 where id = 4; update revision set id = 4 where id = 99", 3, "it belongs behind revision 4")]
    [InlineData("update article set revision_id = 1 where path = '/town/piece-1/'", 1, "has a later version")]
    public async Task The_first_fault_is_named(string sql, long revision, string what)
    {
        await TamperAsync(sql);

        var fault = (await ProveAsync(null)).Fault;

        Assert.Equal(revision, fault?.Revision);
        Assert.Contains(what, fault!.What);
        Assert.Equal(1, await paper.VerbAsync("verify-history"));
    }

    [Fact]
    public async Task A_log_that_was_cut_off_is_told_by_the_head_that_was_kept()
    {
        await TamperAsync("delete from revision where id = 6; update article set revision_id = 1 where path = '/town/piece-1/'");

        Assert.Null((await ProveAsync(null)).Fault);
        Assert.Equal(6, (await ProveAsync(kept)).Fault?.Revision);
        Assert.NotNull((await ProveAsync(kept with { Id = null })).Fault);
        Assert.Equal(1, await paper.VerbAsync("verify-history", "--head", kept.Hash));
    }

    [Fact]
    public async Task A_log_that_was_written_anew_as_a_whole_is_told_by_the_head_that_was_kept()
    {
        await RewriteAsync();

        Assert.Null((await ProveAsync(null)).Fault);
        Assert.Equal(6, (await ProveAsync(kept)).Fault?.Revision);
        Assert.Contains("written anew", (await ProveAsync(kept with { Id = null })).Fault!.What);
    }

    [Fact]
    public async Task A_text_that_was_taken_out_without_the_papers_signature_is_told()
    {
        var stone = $$"""{"Reason":"Because.","At":"2026-01-01T00:00:00Z","Key":"{{paper.Part<Signet>().Name}}","Signature":"{{Convert.ToBase64String(new byte[64])}}"}""";
        var empty = $"update revision set tombstone = '{stone}', headline = '', body = '', credits = '[]' where id = 4";
        await TamperAsync(empty);
        var fault = (await ProveAsync(null)).Fault;
        Assert.Equal((4, true), (fault?.Revision, fault!.What.Contains("signature of the tombstone in its place is false")));

        await TamperAsync(empty.Replace(paper.Part<Signet>().Name, "0123456789abcdef"));
        Assert.Contains("a key that this paper does not have (0123456789abcdef)", (await ProveAsync(null)).Fault!.What);
    }

    [Fact]
    public async Task A_head_is_a_file_that_was_saved_or_a_hash()
    {
        var file = Path.Combine(paper.Folder, "head.json");
        await File.WriteAllTextAsync(file, await paper.TextAsync("/.well-known/revision-log"));
        var other = Path.Combine(paper.Folder, "other.json");
        await File.WriteAllTextAsync(other, "{}");

        Assert.Equal(0, await paper.VerbAsync("verify-history", "--head", file, "--json"));
        Assert.Equal(2, await paper.VerbAsync("verify-history", "--head", other));
        Assert.Equal(2, await paper.VerbAsync("verify-history", "--head", "nowhere.json"));
        Assert.Equal(1, await paper.VerbAsync("verify-history", "--head", new string('a', 64)));
    }

    private Task<LogProof.Result> ProveAsync(LogProof.Kept? head) => paper.AskAsync(db => new LogProof(db, paper.Part<Signet>(), head).RunAsync(_ => { }, default));

    private Task<int> TamperAsync(string sql) => paper.AskAsync(async db =>
    {
        await UnguardAsync(db);
        // Not by the context, which would take braces for values.
        await db.Database.OpenConnectionAsync();
        foreach (var one in sql.Split("; "))
        {
            await using var command = db.Database.GetDbConnection().CreateCommand();
            command.CommandText = one;
            await command.ExecuteNonQueryAsync();
        }
        return 0;
    });

    private static async Task UnguardAsync(NewsDb db)
    {
        if (db.IsPostgres) await db.Database.ExecuteSqlRawAsync("alter table revision disable trigger user");
        else await db.Database.ExecuteSqlRawAsync("drop trigger if exists revision_is_never_updated; drop trigger if exists revision_is_never_deleted; drop trigger if exists revision_is_never_replaced");
    }

    /// <summary>What somebody does who knows how it is made: other words, and all hashes after them.</summary>
    private Task<int> RewriteAsync() => paper.AskAsync(async db =>
    {
        await UnguardAsync(db);
        var previous = Revision.NoHash;
        foreach (var revision in await db.Revisions.OrderBy(r => r.Id).ToListAsync())
        {
            Set(revision, nameof(Revision.Standfirst), "Never said.");
            Set(revision, nameof(Revision.PreviousHash), previous);
            previous = Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(previous + CanonicalText.Of(revision))));
            Set(revision, nameof(Revision.Hash), previous);
            await db.SaveChangesAsync();
        }
        return 0;
    });

    private static void Set(Revision revision, string field, string value) => typeof(Revision).GetProperty(field, BindingFlags.Public | BindingFlags.Instance)!.SetValue(revision, value);
}
