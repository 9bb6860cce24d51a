using Broadsheet.Browser;
using Broadsheet.Data;
using Broadsheet.Data.Publishing;
using Broadsheet.Data.Writing;
using Broadsheet.Domain;
using Broadsheet.Domain.Articles;
using Broadsheet.Domain.Readers;
using Broadsheet.Domain.Staff;
using Broadsheet.Web.Features.Demo;
using Broadsheet.Web.Features.Serving;
using Broadsheet.Web.Hosting;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Identity;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

[assembly: AssemblyFixture(typeof(Newsstand))]

namespace Broadsheet.Browser;

/// <summary>The real program with its demo edition, and one Chromium that reads it: both are started once for all tests.</summary>
public sealed class Newsstand : IAsyncLifetime
{
    // Patience for a busy machine: a condition that holds at once is seen at once.
    private const int Patience = 20_000;

    private static readonly string[] Quietly =
    [
        "--no-sandbox", "--disable-gpu", "--disable-quic", "--no-first-run", "--disable-background-networking", "--disable-component-update",
        "--disable-sync", "--disable-dev-shm-usage",
        // No page can reach another site, whatever it asks for. (Routes would do, but slow every request of every test.)
        "--host-resolver-rules=MAP * ~NOTFOUND , EXCLUDE 127.0.0.1 , EXCLUDE localhost",
    ];

    private readonly string folder = Directory.CreateTempSubdirectory("broadsheet-browser-").FullName;
    private WebApplication? app;
    private IPlaywright? playwright;
    private IBrowser? browser;

    /// <summary>Where the paper is, without a slash at the end.</summary>
    public string Address => app!.Urls.First();

    /// <summary>Of the running program, for what no page can do.</summary>
    public IServiceProvider Services => app!.Services;

    public async ValueTask InitializeAsync()
    {
        await Task.WhenAll(PrintAsync(), StartBrowserAsync());
        SetDefaultExpectTimeout(Patience);
    }

    public async ValueTask DisposeAsync()
    {
        if (browser is not null) await browser.DisposeAsync();
        playwright?.Dispose();
        if (app is not null) await app.DisposeAsync();
        Directory.Delete(folder, recursive: true);
    }

    /// <summary>A reader who has never been here comes to the paper.</summary>
    public async Task<Visit> VisitAsync(bool script = true, int width = 1280, ColorScheme light = ColorScheme.Light)
    {
        var context = await browser!.NewContextAsync(new()
        {
            BaseURL = Address, JavaScriptEnabled = script, ViewportSize = new() { Width = width, Height = 900 }, ColorScheme = light, ReducedMotion = ReducedMotion.Reduce,
        });
        context.SetDefaultTimeout(Patience);
        return new Visit(context, Address, await context.NewPageAsync());
    }

    /// <summary>A notice at an article of the edition.</summary>
    public Task CorrectAsync(string path, string text) => WriteAsync(path, (db, article) => CorrectionDesk.IssueAsync(db, article, CorrectionKind.Correction, text, null, DateTime.UtcNow.WholeMilliseconds(), default));

    /// <summary>A change of an article of the edition that is not worth telling.</summary>
    public Task EditAsync(string path) => WriteAsync(path, async (db, article) =>
    {
        var shown = await db.Revisions.SingleAsync(r => r.Id == article.RevisionId);
        return await Press.PublishAsync(db, article, path, shown.AsCopy() with { Kicker = "Edited" }, new Publication(article.PublishedAt!.Value), DateTime.UtcNow.WholeMilliseconds(), default);
    });

    private async Task WriteAsync(string path, Func<NewsDb, Article, Task<Result<Revision>>> change)
    {
        await using var scope = app!.Services.CreateAsyncScope();
        var db = scope.ServiceProvider.GetRequiredService<NewsDb>();
        await using var write = await Write.AloneAsync(db, default);
        Assert.Null((await change(db, await db.Articles.SingleAsync(a => a.Path == path))).Refused);
        await write.CommitAsync(DateTime.UtcNow, default);
    }

    /// <summary>An editor comes to the staff.</summary>
    /// <returns>The e-mail address to sign in with.</returns>
    public async Task<string> HireAsync(string name, string password)
    {
        var email = $"{name.ToLowerInvariant()}-{Guid.NewGuid():n}@example.org";
        await using var scope = app!.Services.CreateAsyncScope();
        var db = scope.ServiceProvider.GetRequiredService<NewsDb>();
        var added = StaffMember.Add(name, email, Role.Editor, scope.ServiceProvider.GetRequiredService<Seal>(), DateTime.UtcNow).Value;
        added.TakePassword(new PasswordHasher<object>().HashPassword(new(), password));
        db.Add(added);
        await db.SaveChangesAsync();
        return email;
    }

    private async Task PrintAsync()
    {
        var data = Path.Combine(folder, "data");
        DemoEdition.PrepareSettings(data);
        app = await Newspaper.OpenAsync(Settings.Read(data, database: null), "http://127.0.0.1:0", demo: true, CancellationToken.None);
        await app.StartAsync();
    }

    private async Task StartBrowserAsync()
    {
        playwright = await Playwright.CreateAsync();
        browser = await playwright.Chromium.LaunchAsync(new()
        {
            ExecutablePath = Environment.GetEnvironmentVariable("CHROMIUM") ?? "/usr/bin/chromium", Headless = true, Args = Quietly,
        });
    }
}
