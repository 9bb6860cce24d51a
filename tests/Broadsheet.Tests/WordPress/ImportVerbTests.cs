using System.Text.Json;
using Broadsheet.Web.Hosting;
using static Broadsheet.Tests.WordPress.Export;

namespace Broadsheet.Tests.WordPress;

/// <summary>The verbs as an operator calls them, each in a program of its own.</summary>
public sealed class ImportVerbTests : IDisposable
{
    private readonly DirectoryInfo folder = Directory.CreateTempSubdirectory("broadsheet-import-");

    private string Data => Path.Combine(folder.FullName, "data");

    public void Dispose() => folder.Delete(recursive: true);

    [Fact]
    public async Task A_move_is_verified_told_and_reported()
    {
        const string site = "https://old.example";
        var file = new Export(site).Add(new(7, "A boat", "Words of it.") { Link = $"{site}/2015/03/boat/", Extra = Category("harbour", "Harbour") + Comment(3, "What a boat that is.") })
            .Add(new(8, "Not yet", "Nobody may read this as yet, not one.") { Status = "draft" }).WriteTo(folder.FullName);

        var dry = await Program.RunAsync("import", "wordpress", file, "--dry-run", "--data", Data);
        Assert.Equal((ExitCode.Done, true), (dry.ExitCode, dry.Talk.Contains("Nothing was written.")));
        Assert.Contains("       1  posts published", dry.Output);
        var ran = await Program.RunAsync("import", "wordpress", file, "--data", Data);
        Assert.Equal(ExitCode.Done, ran.ExitCode);
        Assert.Contains("       1  posts kept from readers (draft)", ran.Output);
        Assert.Contains("No  difference found", ran.Output);
        Assert.Contains("Everything that was asked for is where it should be", await File.ReadAllTextAsync(Path.Combine(Data, "import", "report.html")));
        using var report = JsonDocument.Parse(await File.ReadAllTextAsync(Path.Combine(Data, "import", "report.json")));
        Assert.Equal(1, report.RootElement.GetProperty("report").GetProperty("counts").GetProperty("comments visible").GetInt32());
        Assert.Equal(0, report.RootElement.GetProperty("verification").GetProperty("findings").GetArrayLength());
        Assert.Equal(ExitCode.Done, (await Program.RunAsync("verify-import", "--data", Data)).ExitCode);
    }

    [Fact]
    public async Task What_is_broken_is_named_and_the_exit_code_tells()
    {
        var file = new Export("https://old.example").Add(new(7, "Whole", "Words.")).WriteTo(folder.FullName);
        await File.WriteAllTextAsync(file, (await File.ReadAllTextAsync(file)).Replace("</channel>", "<item><title>Torn</title><wp:post_id>9</wp:post_id><wp:status>publish</wp:status>"));
        var ran = await Program.RunAsync("import", "wordpress", file, "--data", Data);

        Assert.Equal(ExitCode.Refused, ran.ExitCode);
        Assert.Contains("       1  posts published", ran.Output);
        Assert.Contains("\"Torn\": its end is missing", ran.Talk);
        Assert.Contains("\"Torn\": it cannot be seen whether it had a password, and is kept from readers", ran.Talk);
        var report = await File.ReadAllTextAsync(Path.Combine(Data, "import", "report.html"));
        Assert.Contains("2 faults of the export", report);
        var line = (await File.ReadAllTextAsync(file)).Split("<item><title>Torn")[0].Count(c => c == '\n') + 1;
        Assert.Contains($">{file}:{line}</td><td>9 &quot;Torn&quot;: its end is missing</td>", report);
    }

    [Theory]
    [InlineData("wordpress", "<html></html>", "it holds nothing that an export of WordPress holds")]
    [InlineData("wordpress", "<!DOCTYPE x [<!ENTITY a \"b\">]><rss/>", "it declares a document type, which no export of WordPress does")]
    [InlineData("ghost", "{}", "it holds no posts as an export of Ghost holds them")]
    public async Task What_is_no_export_is_told_in_a_line(string engine, string text, string why)
    {
        var file = Path.Combine(folder.FullName, "export");
        await File.WriteAllTextAsync(file, text);
        var ran = await Program.RunAsync("import", engine, file, "--data", Data);

        Assert.Equal((ExitCode.Refused, ""), (ran.ExitCode, ran.Output));
        Assert.EndsWith($"broadsheet: {file}:1: {why}\n", ran.Talk);
    }

    [Fact]
    public async Task A_file_that_is_not_there_is_told() =>
        Assert.Equal(new Program.Ran(ExitCode.Refused, "", "broadsheet: there is no file nowhere.xml\n"), await Program.RunAsync("import", "wordpress", "nowhere.xml", "--data", Data));

    [Fact]
    public async Task A_paper_on_Ghost_comes_over_too()
    {
        var file = Path.Combine(folder.FullName, "ghost.json");
        await File.WriteAllTextAsync(file, """
            {"db":[{"data":{"posts":[{"id":"a1","uuid":"u1","title":"Ghostly","slug":"ghostly","html":"<p>Boo, said <a href=\"__GHOST_URL__/other/\">it</a>.</p>","status":"published","visibility":"public","published_at":"2025-01-02T03:04:05.000Z"},
            {"id":"a2","uuid":"u2","title":"For members","slug":"members","html":"<p>Only those who pay may read this at all.</p>","status":"published","visibility":"paid"}],
            "tags":[{"id":"t","name":"Sea","slug":"sea"}],"posts_tags":[{"post_id":"a1","tag_id":"t"}],"users":[{"id":"w","name":"Ada Quill","slug":"ada"}],"posts_authors":[{"post_id":"a1","author_id":"w"}]}}]}
            """);
        var ran = await Program.RunAsync("import", "ghost", file, "--data", Data);

        Assert.Equal(ExitCode.Done, ran.ExitCode);
        Assert.Contains("       1  posts published", ran.Output);
        Assert.Contains("       1  posts kept from readers (private)", ran.Output);
        Assert.Contains("No  difference found", ran.Output);
    }
}
