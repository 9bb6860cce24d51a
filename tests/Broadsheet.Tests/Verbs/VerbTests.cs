using System.Net;
using System.Net.Sockets;
using System.Text.Json;
using Microsoft.Data.Sqlite;

namespace Broadsheet.Tests.Verbs;

/// <summary>The program as an operator sees it: exit codes, and what it prints. In processes of their own, on SQLite.</summary>
public sealed class VerbTests : IDisposable
{
    private readonly DirectoryInfo home = Directory.CreateTempSubdirectory("broadsheet-verbs-");

    private string Data => Path.Combine(home.FullName, "data");

    public void Dispose() => home.Delete(recursive: true);

    [Fact]
    public async Task Publish_says_where_the_article_is()
    {
        var first = await Program.RunAsync("publish", Write("headline: The bridge is open\nsection: town"), "--data", Data);
        var second = await Program.RunAsync("publish", Write("headline: The bridge is open\nsection: town"), "--json", "--data", Data);

        Assert.Equal((0, "/town/the-bridge-is-open/ (revision 1)\n"), (first.ExitCode, first.Output));
        Assert.Contains("new section /town/", first.Talk);
        using var json = JsonDocument.Parse(second.Output);
        Assert.Equal(("/town/the-bridge-is-open/", 2), (json.RootElement[0].GetProperty("path").GetString(), json.RootElement[0].GetProperty("revision").GetInt32()));
    }

    [Fact]
    public async Task Publish_names_file_line_and_field_of_a_fault_and_stores_nothing()
    {
        var file = Write("headline: The bridge is open\nsection: town\ndate: yesterday\nheadlin: x");

        var ran = await Program.RunAsync("publish", file, "--data", Data);

        Assert.Equal((1, ""), (ran.ExitCode, ran.Output));
        Assert.Contains($"{file}:4: date: \"yesterday\" is not a date", ran.Talk);
        Assert.Contains($"{file}:5: headlin: is not a field", ran.Talk);
        Assert.EndsWith("Nothing was published.\n", ran.Talk);
        await using var db = new SqliteConnection($"Data Source={Data}/broadsheet.db;Pooling=false");
        await db.OpenAsync();
        foreach (var table in new[] { "article", "revision", "section", "address", "change" })
        {
            await using var command = db.CreateCommand();
            command.CommandText = $"select count(*) from {table}";
            Assert.Equal(0L, await command.ExecuteScalarAsync());
        }
    }

    [Fact]
    public async Task Publish_refuses_a_missing_picture_with_its_line()
    {
        var file = Write("headline: H\nsection: town\npicture:\n  file: nowhere.svg\n  alt: Nothing");

        var ran = await Program.RunAsync("publish", file, "--data", Data);

        Assert.Equal(1, ran.ExitCode);
        Assert.Matches($"{file}:[45]: picture: there is no picture nowhere.svg", ran.Talk);
    }

    [Theory]
    [InlineData("publish")]
    [InlineData("no-such-verb")]
    [InlineData("serve", "--no-such-flag")]
    [InlineData("withdraw", "/town/x/")]
    [InlineData("related")]
    [InlineData("comments", "approve", "x")]
    public async Task Wrong_usage_is_2(params string[] words) => Assert.Equal(2, (await Program.RunAsync(words)).ExitCode);

    [Theory]
    [InlineData("--help")]
    [InlineData("serve", "--help")]
    [InlineData("publish", "--help")]
    [InlineData("version")]
    public async Task Help_is_given_and_is_no_fault(params string[] words)
    {
        var ran = await Program.RunAsync(words);

        Assert.Equal((0, ""), (ran.ExitCode, ran.Talk));
        Assert.NotEmpty(ran.Output);
    }

    [Fact]
    public async Task A_taken_port_is_told_in_one_line()
    {
        using var taken = new TcpListener(IPAddress.Loopback, 0);
        taken.Start();

        var ran = await Program.RunAsync("serve", "--urls", $"http://127.0.0.1:{((IPEndPoint)taken.LocalEndpoint).Port}", "--data", Data);

        ToldInOneLine(ran, "port is taken");
    }

    [Fact]
    public async Task A_data_folder_that_is_a_file_is_told_in_one_line()
    {
        File.WriteAllText(Data, "not a folder");

        ToldInOneLine(await Program.RunAsync("publish", Write("headline: H\nsection: town"), "--data", Data), "data");
    }

    [Fact]
    public async Task A_data_folder_that_cannot_be_written_is_told_in_one_line() =>
        ToldInOneLine(await Program.RunAsync("publish", Write("headline: H\nsection: town"), "--data", "/proc/broadsheet"), "/proc/broadsheet");

    [Fact]
    public async Task A_database_that_is_none_is_told_in_one_line()
    {
        Directory.CreateDirectory(Data);
        File.WriteAllText(Path.Combine(Data, "broadsheet.db"), new string('x', 5000));

        ToldInOneLine(await Program.RunAsync("publish", Write("headline: H\nsection: town"), "--data", Data), "damaged or is no database");
    }

    [Fact]
    public async Task A_locked_database_is_told_in_one_line()
    {
        Assert.Equal(0, (await Program.RunAsync("publish", Write("headline: H\nsection: town"), "--data", Data)).ExitCode);
        await using var other = new SqliteConnection($"Data Source={Data}/broadsheet.db;Pooling=false");
        await other.OpenAsync();
        await using var held = other.BeginTransaction(deferred: false);

        ToldInOneLine(await Program.RunAsync("publish", Write("headline: G\nsection: town"), "--data", Data), "locked by another program");
    }

    [Fact]
    public async Task A_PostgreSQL_that_is_not_there_is_told_in_one_line() =>
        ToldInOneLine(await Program.RunAsync("publish", Write("headline: H\nsection: town"), "--data", Data, "--database", $"Host={home.FullName};Username=nobody;Database=none;Timeout=5"), "PostgreSQL");

    [Theory]
    [InlineData("""{ "Comments": { "Hold": "perhaps" } }""", "Comments:Hold is first, never, always")]
    [InlineData("""{ "Site": { "TimeZone": "Europe/Wrenmouth" } }""", "there is no time zone")]
    [InlineData("""{ "Site": { "Url": "example.org" } }""", "Site:Url")]
    [InlineData("{ not json", "broadsheet.json")]
    [InlineData("""{ "Theme": { "Folder": "/nowhere" } }""", "no theme in /nowhere", "serve")]
    [InlineData("""{ "Keys": { "Seal": "short" } }""", "Keys:Seal")]
    public async Task A_setting_that_cannot_be_is_told_in_one_line(string settings, string told, string verb = "front")
    {
        Directory.CreateDirectory(Data);
        File.WriteAllText(Path.Combine(Data, "broadsheet.json"), settings);

        ToldInOneLine(verb == "serve" ? await Program.RunAsync("serve", "--urls", "http://127.0.0.1:0", "--data", Data) : await Program.RunAsync("front", "--data", Data), told);
    }

    [Fact]
    public async Task Serve_says_where_it_listens_and_ends_when_asked()
    {
        using var serve = Program.Start("serve", "--urls", "http://127.0.0.1:0", "--data", Data);
        try
        {
            var line = await serve.StandardOutput.ReadLineAsync().WaitAsync(TimeSpan.FromMinutes(1));
            Assert.Matches(@"^Broadsheet is at http://127\.0\.0\.1:\d+ ", line);
            using var browser = new HttpClient();
            Assert.Equal("ready", await browser.GetStringAsync(line!.Split(' ')[3] + "/readyz"));
            using var kill = System.Diagnostics.Process.Start("kill", ["-TERM", $"{serve.Id}"]);
            await serve.WaitForExitAsync().WaitAsync(TimeSpan.FromMinutes(1));
            Assert.Equal(0, serve.ExitCode);
        }
        finally { if (!serve.HasExited) serve.Kill(); }
    }

    [Fact]
    public async Task Related_ranks_the_articles_of_a_file()
    {
        var file = Path.Combine(home.FullName, "articles.jsonl");
        string[] lines =
        [
            """{"id":"a","title":"Dredger finds oak hull","body":"The dredger lifted oak timbers of a hull from the channel. Divers measured the oak hull."}""",
            """{"id":"b","title":"Oak hull dated","body":"Rings of the oak timbers date the hull that the dredger lifted from the channel."}""",
            """{"id":"c","title":"Bakery prize","body":"The brick oven bakes rye loaves that judges praised."}""",
        ];
        File.WriteAllLines(file, lines);

        var ran = await Program.RunAsync("related", "--articles", file);

        Assert.Equal(0, ran.ExitCode);
        Assert.Equal(["""{"id":"a","ranked":["b"]}""", """{"id":"b","ranked":["a"]}""", """{"id":"c","ranked":[]}"""], ran.Output.TrimEnd().Split('\n'));
    }

    [Theory]
    [InlineData("{\"id\":\"a\"}", "articles.jsonl:1")]
    [InlineData("not json", "articles.jsonl:1")]
    [InlineData(null, "there is no file")]
    public async Task Related_names_the_line_that_it_cannot_read(string? line, string told)
    {
        var file = Path.Combine(home.FullName, "articles.jsonl");
        if (line is not null) File.WriteAllText(file, line);

        ToldInOneLine(await Program.RunAsync("related", "--articles", file), told);
    }

    private string Write(string fields)
    {
        var file = Path.Combine(home.FullName, $"{Guid.NewGuid():n}.md");
        File.WriteAllText(file, $"---\n{fields}\n---\n\nThe council met.\n");
        return file;
    }

    private static void ToldInOneLine(Program.Ran ran, string told)
    {
        Assert.Contains(told, ran.Talk);
        Assert.Equal("", ran.Output);
        Assert.InRange(ran.ExitCode, 1, 3);
        Assert.StartsWith("broadsheet: ", ran.Talk);
        Assert.Single(ran.Talk.TrimEnd().Split('\n'));
    }
}
