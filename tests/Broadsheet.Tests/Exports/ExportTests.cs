using System.Text.Json;
using Broadsheet.Data;
using Broadsheet.Data.Exporting;
using Broadsheet.Domain.Articles;
using Broadsheet.Tests.Media;
using Microsoft.EntityFrameworkCore;

namespace Broadsheet.Tests.Exports;

/// <summary>A paper is written out and made again: on the same database and on the other one.</summary>
public sealed class ExportTests(ExportTests.FullPaper paper) : PaperTest<ExportTests.FullPaper>, IDisposable
{
    private readonly DirectoryInfo desk = Directory.CreateTempSubdirectory("broadsheet-export-");

    public void Dispose() => desk.Delete(recursive: true);

    /// <summary>With something in every table that a newspaper fills.</summary>
    public sealed class FullPaper : Paper
    {
        public Piece First { get; private set; } = null!;
        public Piece Gone { get; private set; } = null!;

        protected override Dictionary<string, string> Wishes => new() { ["Comments:Hold"] = "never", ["Comments:Flood"] = "off" };

        public override async ValueTask InitializeAsync()
        {
            await base.InitializeAsync();
            var picture = Path.Combine(Path.GetTempPath(), $"{Guid.NewGuid():n}.svg");
            await File.WriteAllBytesAsync(picture, MediaFixtures.Drawing());
            First = await PublishAsync("The bridge opens", "Nora O’Neil said: “It is “late”.”\n\nपुल खुला है।", "town/roads", "byline: Nora O’Neil", "topics: [Bridges]", "story: The bridge", "topStory: 1", $"picture: {{ file: {picture}, alt: The bridge, credit: Ann }}");
            await PublishAsync("The bridge closes", "The bridge is closed again after a day of repairs.", "town", "topics: [Bridges]", "story: The bridge");
            await PublishAsync("The bridge opens again", section: "town/roads", fields: [$"formerly: {First.Path}", "slug: the-bridge-reopens", "topics: [Bridges]"]);
            Gone = await PublishAsync("It was not so");
            await WithdrawAsync(Gone);
            First = First with { Path = "/town/roads/the-bridge-reopens/" };
            var reply = await CommentAsync(First, "At last.\r\nA line separator:\u2028there.", email: "canary@example.org");
            await CommentAsync(First, "Indeed.", parent: reply);
            var draft = await AskAsync(async db =>
            {
                var article = Article.StartAt("/town/a-draft/", await db.Sections.Select(s => s.Id).FirstAsync(), "en");
                db.Articles.Add(article);
                await db.SaveChangesAsync();
                return article.Id;
            });
            await RunAsync($"insert into old_address (path, target) values ('/?p=1', '/town/')",
                "insert into old_pattern (pattern, target, position) values ('^/old/(.*)$', '/town/$1', 1)",
                "insert into brought (source, kind, old_id, new_id, digest, revision) values ('https://old.example', 'article', 1, 1, 'd', 1)",
                $"insert into working_copy (article_id, state, due_at, saved_at, copy) values ({draft}, 'Draft', null, '2026-03-01 10:00:00', '{{}}')",
                "insert into staff_member (name, role, sealed_email, fingerprint, password_hash, last_code, two_factor, recovery_codes, failed_count, added_at) values ('Ida', 'Publisher', " + (PaperDatabase.IsPostgres ? "'\\x0102'::bytea" : "x'0102'") + ", 'f1', 'SECRETHASH', 'SECRETSTAMP', true, 'SECRETCODES', 3, '2026-03-01 10:00:00')",
                "insert into audit_entry (staff_id, staff_name, act, article_id, at) values (1, 'Ida', 'published', 1, '2026-03-01 10:00:00.123')");
        }

        public Task RunAsync(params string[] sql) => AskAsync(async db =>
        {
            foreach (var statement in sql)
            {
                await using var command = db.Database.GetDbConnection().CreateCommand();
                command.CommandText = statement;
                await db.Database.OpenConnectionAsync();
                await command.ExecuteNonQueryAsync();
            }
            return 0;
        });
    }

    [Fact]
    public async Task A_restored_paper_has_the_same_rows_and_the_same_pages()
    {
        var export = await ExportAsync("whole.zip", "--with-keys");
        await using var second = await SecondPaper.MakeAsync();

        var restored = await second.VerbAsync("restore", Place("whole.zip"));

        Assert.True(restored.ExitCode == 0, restored.Talk);
        Assert.Equal(Digests(export), Digests(await AgainAsync(second, "second.zip")));
        await second.OpenAsync(paper.Clock);
        foreach (var path in new[] { "/", paper.First.Path, "/town/", "/town/roads/the-bridge-opens/", paper.Gone.Path, "/topics/bridges/", "/stories/the-bridge/", "/feed/", "/town/feed/", "/sitemap.xml", "/search?q=repairs", "/?p=1", "/old/roads/", "/media/1/400.webp", "/town/a-draft/" })
            Assert.Equal(await SecondPaper.PageAsync(paper.Browser, path), await SecondPaper.PageAsync(second.Browser, path));
    }

    [Fact]
    public async Task An_export_goes_from_one_database_to_the_other_and_back()
    {
        var revisions = await paper.AskAsync(db => db.Revisions.CountAsync());
        var export = await ExportAsync("one.zip");
        await using var other = await SecondPaper.MakeAsync(inFile: true);
        await using var back = await SecondPaper.MakeAsync();

        Assert.Equal(0, (await other.VerbAsync("restore", Place("one.zip"))).ExitCode);
        var there = await AgainAsync(other, "there/");
        Assert.Equal(0, (await back.VerbAsync("restore", Place("there"))).ExitCode);
        var again = await AgainAsync(back, "back.zip");

        Assert.Equal(Digests(export), Digests(there));
        Assert.Equal(Digests(export), Digests(again));
        await using var db = new NewsDb(Database.In(back.Folder, Web.Hosting.Settings.Read(back.Folder, null).Database).Options);
        Assert.Equal(revisions, await Publishing.Chain.JudgeAsync(db));
    }

    [Fact]
    public async Task Secrets_and_addresses_are_in_no_export()
    {
        await ExportAsync("plain/");

        var all = string.Concat(Directory.EnumerateFiles(Place("plain"), "*.ndjson", SearchOption.AllDirectories).Select(File.ReadAllText));
        Assert.DoesNotContain("SECRET", all);
        Assert.DoesNotContain("canary", all);
        Assert.False(File.Exists(Path.Combine(Place("plain"), "keys", "seal.key")));
        await using var second = await SecondPaper.MakeAsync(inFile: true);
        var restored = await second.VerbAsync("restore", Place("plain"));
        Assert.Contains("sealed with the key of the old paper", restored.Talk);
    }

    [Fact]
    public async Task What_was_altered_cut_off_or_miscounted_is_refused_and_nothing_is_restored()
    {
        await ExportAsync("folder/");
        await ExportAsync("file.zip");
        await using var second = await SecondPaper.MakeAsync();
        var (table, manifest) = (Path.Combine(Place("folder"), "tables", "comment.ndjson"), Path.Combine(Place("folder"), "manifest.json"));
        var (rows, counts) = (await File.ReadAllTextAsync(table), await File.ReadAllTextAsync(manifest));

        await File.WriteAllTextAsync(table, rows.Replace("At last", "At least"));
        await RefusedAsync("folder", "tables/comment.ndjson is not what was exported");
        await File.WriteAllTextAsync(table, rows);
        await File.WriteAllTextAsync(manifest, counts.Replace("\"rows\": 2,", "\"rows\": 3,"));
        await RefusedAsync("folder", "rows and not 3");
        await File.WriteAllTextAsync(manifest, counts.Replace("0001_articles", "9999_later"));
        await RefusedAsync("folder", "newer program");
        File.Delete(manifest);
        await RefusedAsync("folder", "no manifest.json");
        await File.WriteAllBytesAsync(Place("cut.zip"), (await File.ReadAllBytesAsync(Place("file.zip")))[..^300]);
        await RefusedAsync("cut.zip", "cut off");
        await RefusedAsync("nowhere.zip", "there is no file");

        Assert.Equal(0, (await second.VerbAsync("restore", Place("file.zip"))).ExitCode);
        await RefusedAsync("file.zip", "not empty");

        async Task RefusedAsync(string name, string told)
        {
            var ran = await second.VerbAsync("restore", Place(name));
            Assert.Contains(told, ran.Talk);
            Assert.EndsWith("Nothing was restored\n", ran.Talk);
            Assert.Equal((1, ""), (ran.ExitCode, ran.Output));
        }
    }

    [Fact]
    public async Task An_export_is_of_one_moment_and_overwrites_nothing()
    {
        await using var snapshot = await Snapshot.TakeAsync(paper.Part<Database>(), default);
        var revisions = ExportedTables.All.Single(t => t.Name == "revision");
        var before = await snapshot.CountAsync(revisions, default);
        await paper.PublishAsync("Published meanwhile");
        var lines = 0;
        await snapshot.WriteAsync(revisions, _ => { lines++; return ValueTask.CompletedTask; }, default);

        Assert.Equal(before, lines);
        await File.WriteAllTextAsync(Place("there.zip"), "mine");
        Assert.Contains("overwrites nothing", (await Program.RunAsync("export", Place("there.zip"), "--data", paper.Folder)).Talk);
        Assert.Equal("mine", await File.ReadAllTextAsync(Place("there.zip")));
    }

    private string Place(string name) => Path.Combine(desk.FullName, name);

    private async Task<JsonElement> ExportAsync(string name, params string[] flags) => Manifest(await Program.RunAsync(["export", Place(name), "--json", "--data", paper.Folder, .. flags]));

    private async Task<JsonElement> AgainAsync(SecondPaper second, string name) => Manifest(await second.VerbAsync("export", Place(name), "--json"));

    private static JsonElement Manifest(Program.Ran ran)
    {
        Assert.True(ran.ExitCode == 0, ran.Talk);
        return JsonDocument.Parse(ran.Output).RootElement;
    }

    // Staff come back without what they signed in with, which is not in the export to begin with.
    private static List<string> Digests(JsonElement manifest) =>
        [.. manifest.GetProperty("tables").EnumerateArray().Select(t => $"{t.GetProperty("name")} {t.GetProperty("rows")} {t.GetProperty("last")} {t.GetProperty("sha256")}"), manifest.GetProperty("media").GetProperty("sha256").GetString()!];
}
