using System.Text.Json;
using Broadsheet.Data;
using Broadsheet.Import.Manuscripts;
using Broadsheet.Web.Features.Serving;
using Broadsheet.Web.Hosting;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace Broadsheet.Tests.Purging;

/// <summary>Sentences about a program that ends before the CDN was told.</summary>
[Trait("paper", "running")]
public sealed class RestartTests : IAsyncLifetime
{
    private readonly DirectoryInfo home = Directory.CreateTempSubdirectory("broadsheet-restart-");
    private PaperDatabase database = null!;
    private Told cdn = null!;

    public async ValueTask InitializeAsync() => (database, cdn) = (await PaperDatabase.MakeAsync(), await Told.StartAsync());

    public async ValueTask DisposeAsync()
    {
        await cdn.DisposeAsync();
        await database.DisposeAsync();
        home.Delete(recursive: true);
    }

    [Fact]
    public async Task What_the_CDN_was_not_told_before_the_end_it_is_told_after_the_next_start()
    {
        await using (var first = await OpenAsync())
        {
            await EverythingToldAsync(first);
            cdn.Answer = Refuse;
            await PublishAsync(first, "Just before the end");
        }
        cdn.Requests.Clear();
        cdn.Answer = _ => Task.CompletedTask;

        await using var second = await OpenAsync();
        await EverythingToldAsync(second);

        Assert.Contains("articles", cdn.Names);
        Assert.DoesNotContain(cdn.Requests, r => r.Path == "/all");
    }

    [Fact]
    public async Task With_other_settings_everything_that_the_CDN_holds_is_another_papers()
    {
        await using (var first = await OpenAsync()) await EverythingToldAsync(first);
        cdn.Requests.Clear();

        await using var second = await OpenAsync(("Site:Name", "Renamed"));

        await Soon.Async(() => Task.FromResult(cdn.Requests.Any(r => r.Path == "/all")));
    }

    [Fact]
    public async Task A_CDN_that_is_no_longer_in_the_settings_is_not_waited_for()
    {
        await using (var first = await OpenAsync()) await EverythingToldAsync(first);

        await using var second = await OpenAsync(("Cdn:Purge", cdn.Url + "/other"));
        await EverythingToldAsync(second);

        await using var scope = second.Services.CreateAsyncScope();
        Assert.Equal(cdn.Url + "/other", (await scope.ServiceProvider.GetRequiredService<NewsDb>().Purged.SingleAsync()).Edge);
    }

    private async Task<WebApplication> OpenAsync(params (string Name, string Value)[] wishes)
    {
        Dictionary<string, string> file = new() { ["Cdn:Purge"] = cdn.Url + "/names", ["Cdn:PurgeAll"] = cdn.Url + "/all", ["Cdn:Token"] = "secret" };
        if (database.Connection is { } connection) file["Database"] = connection;
        foreach (var (name, value) in wishes) file[name] = value;
        await File.WriteAllTextAsync(Path.Combine(home.FullName, Settings.FileName), JsonSerializer.Serialize(file));
        var program = await Newspaper.OpenAsync(Settings.Read(home.FullName, null), "http://127.0.0.1:0", demo: false, default);
        await program.StartAsync();
        return program;
    }

    private async Task PublishAsync(WebApplication program, string headline)
    {
        var file = Path.Combine(home.FullName, "piece.md");
        await File.WriteAllTextAsync(file, $"---\nheadline: {headline}\nsection: town\n---\n\nText.\n");
        await using var scope = program.Services.CreateAsyncScope();
        var read = scope.ServiceProvider.GetRequiredService<ManuscriptReader>().Read(file);
        Assert.Empty((await scope.ServiceProvider.GetRequiredService<ManuscriptDesk>().PublishAsync([read.Manuscript!], default)).Faults);
    }

    private static Task EverythingToldAsync(WebApplication program) => Soon.Async(async () =>
    {
        await using var scope = program.Services.CreateAsyncScope();
        var db = scope.ServiceProvider.GetRequiredService<NewsDb>();
        var newest = await db.Changes.MaxAsync(c => (long?)c.Id) ?? 0;
        return await db.Purged.AnyAsync(p => p.Edition != "") && await db.Purged.AllAsync(p => p.ChangeId == newest && !p.Faltering);
    });

    private static Task Refuse(HttpContext http)
    {
        http.Response.StatusCode = 503;
        return Task.CompletedTask;
    }
}
