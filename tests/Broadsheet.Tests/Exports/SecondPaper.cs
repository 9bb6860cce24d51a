using System.Text.Json;
using Broadsheet.Web.Features.ReadAlso;
using Broadsheet.Web.Features.Serving;
using Broadsheet.Web.Hosting;
using Microsoft.AspNetCore.Builder;
using Microsoft.Extensions.DependencyInjection;

namespace Broadsheet.Tests.Exports;

/// <summary>Another, empty place for a paper: a folder, and a database of the kind of the day or a file in the folder.</summary>
public sealed class SecondPaper : IAsyncDisposable
{
    private readonly DirectoryInfo home = Directory.CreateTempSubdirectory("broadsheet-second-");
    private PaperDatabase? database;
    private WebApplication? program;

    public string Folder => home.FullName;

    public HttpClient Browser { get; } = new(new SocketsHttpHandler { AllowAutoRedirect = false, UseCookies = false });

    /// <param name="inFile">SQLite, whatever the day's database is.</param>
    public static async Task<SecondPaper> MakeAsync(bool inFile = false)
    {
        var paper = new SecondPaper();
        Dictionary<string, string> file = new() { ["Site:Name"] = Paper.Name, ["Site:TimeZone"] = Paper.Zone };
        if (!inFile && PaperDatabase.IsPostgres) file["Database"] = (paper.database = await PaperDatabase.MakeAsync()).Connection!;
        await File.WriteAllTextAsync(Path.Combine(paper.Folder, Settings.FileName), JsonSerializer.Serialize(file));
        return paper;
    }

    /// <summary>Serves it; asked afterwards for what the first one shows.</summary>
    public async Task OpenAsync(PaperClock clock)
    {
        program = await ClockInsertion.WithAsync(clock, () => Newspaper.OpenAsync(Settings.Read(Folder, null), "http://127.0.0.1:0", demo: false, default), _ => { });
        await program.StartAsync();
        Browser.BaseAddress = new Uri(program.Urls.First());
        await program.Services.GetRequiredService<ReadAlsoDesk>().CatchUpAsync(default);
    }

    public Task<Program.Ran> VerbAsync(params string[] words) => Program.RunAsync([.. words, "--data", Folder]);

    /// <summary>A page without the address that it was asked at.</summary>
    public static async Task<string> PageAsync(HttpClient browser, string path)
    {
        using var answer = await browser.GetAsync(path);
        return $"{(int)answer.StatusCode} {answer.Headers.Location}\n{(await answer.Content.ReadAsStringAsync()).Replace(browser.BaseAddress!.ToString().TrimEnd('/'), "")}";
    }

    public async ValueTask DisposeAsync()
    {
        Browser.Dispose();
        if (program is not null) await program.DisposeAsync();
        if (database is not null) await database.DisposeAsync();
        Microsoft.Data.Sqlite.SqliteConnection.ClearAllPools();
        home.Delete(recursive: true);
    }
}
