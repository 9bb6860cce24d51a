using System.Text.Json;

namespace Broadsheet.Tests.Staff;

/// <summary>broadsheet staff, as an operator or a script calls it. In processes of their own, on SQLite.</summary>
public sealed class StaffVerbTests : IDisposable
{
    private readonly DirectoryInfo home = Directory.CreateTempSubdirectory("broadsheet-staff-");

    public void Dispose() => home.Delete(recursive: true);

    [Fact]
    public async Task Add_list_and_reset()
    {
        var added = await AddAsync("a heron on the quay", "--name", "Mara Quill", "--email", "mara@example.org", "--role", "publisher", "--password-stdin");
        var invited = await RunAsync("add", "--name", "Iven Tarr", "--email", "iven@example.org", "--role", "Editor");
        var list = await RunAsync("list", "--json");
        var reset = await RunAsync("reset", "MARA@example.org");

        Assert.Equal((0, "Mara Quill can sign in.\n"), (added.ExitCode, added.Output));
        Assert.Equal(0, invited.ExitCode);
        Assert.Matches("^/newsroom/welcome\\?token=[0-9a-f]{48}\n$", invited.Output);
        using var json = JsonDocument.Parse(list.Output);
        Assert.Equal(["mara@example.org publisher active", "iven@example.org editor invited"], json.RootElement.EnumerateArray().Select(m => $"{m.GetProperty("email")} {m.GetProperty("role")} {m.GetProperty("state")}"));
        Assert.Matches("^/newsroom/welcome\\?token=", reset.Output);
        Assert.Contains("invited\tMara Quill", (await RunAsync("list")).Output);
    }

    [Theory]
    [InlineData("mara", "publisher", "a heron on the quay", 1, "e-mail address")]
    [InlineData("mara@example.org", "publisher", "short", 1, "at least 12 characters")]
    [InlineData("mara@example.org", "owner", "a heron on the quay", 2, "owner")]
    public async Task What_cannot_be_is_refused_and_stores_nothing(string email, string role, string password, int exitCode, string told)
    {
        var ran = await AddAsync(password, "--name", "Mara Quill", "--email", email, "--role", role, "--password-stdin");

        Assert.Equal(exitCode, ran.ExitCode);
        Assert.Contains(told, ran.Talk);
        Assert.DoesNotContain(password, ran.Talk + ran.Output);
        Assert.Equal("", (await RunAsync("list")).Output);
    }

    [Fact]
    public async Task Reset_of_nobody_is_refused_and_add_without_a_name_is_wrong_usage()
    {
        Assert.Equal(1, (await RunAsync("reset", "nobody@example.org")).ExitCode);
        Assert.Equal(2, (await RunAsync("add", "--email", "mara@example.org", "--role", "editor")).ExitCode);
    }

    [Fact]
    public async Task Serve_says_where_to_make_the_first_account_only_while_there_is_none()
    {
        Assert.Matches("^Nobody works here yet. .* http://127\\.0\\.0\\.1:\\d+/newsroom/welcome\\?token=[0-9a-f]{48}\n$", await TalkOfServeAsync());
        await AddAsync("a heron on the quay", "--name", "Mara Quill", "--email", "mara@example.org", "--role", "publisher", "--password-stdin");
        Assert.Equal("", await TalkOfServeAsync());
    }

    private async Task<string> TalkOfServeAsync()
    {
        using var serve = Program.Start("serve", "--urls", "http://127.0.0.1:0", "--data", Path.Combine(home.FullName, "data"));
        var talk = serve.StandardError.ReadToEndAsync();
        var line = await serve.StandardOutput.ReadLineAsync().WaitAsync(TimeSpan.FromMinutes(1));
        // Once it answers, what it has to say at the start is said soon; it ends when asked, and not before that.
        using var browser = new HttpClient();
        await browser.GetStringAsync(line!.Split(' ')[3] + "/readyz");
        using var kill = System.Diagnostics.Process.Start("kill", ["-TERM", $"{serve.Id}"]);
        await serve.WaitForExitAsync().WaitAsync(TimeSpan.FromMinutes(1));
        return await talk;
    }

    private Task<Program.Ran> RunAsync(params string[] words) => Program.RunAsync(["staff", .. words, "--data", Path.Combine(home.FullName, "data")]);

    private Task<Program.Ran> AddAsync(string password, params string[] words) =>
        Program.EndAsync(Program.StartWithInput(password, ["staff", "add", .. words, "--data", Path.Combine(home.FullName, "data")]));
}
