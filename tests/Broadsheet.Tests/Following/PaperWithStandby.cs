using Broadsheet.Data.Following;
using Broadsheet.Web.Features.Serving;
using Microsoft.AspNetCore.Builder;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace Broadsheet.Tests.Following;

/// <summary>A paper with a second node, which draws its pages from a standby of the database.</summary>
public sealed class PaperWithStandby : Paper
{
    private WebApplication node = null!;

    /// <summary>Null where there can be none; then there is no second node.</summary>
    public StandbyServer? Server { get; private set; }

    /// <summary>At the node that has the standby.</summary>
    public HttpClient Reader { get; private set; } = null!;

    public bool IsLevel => node.Services.GetRequiredService<Standby>().IsLevel;

    public Task LevelAsync() => Soon.Async(() => Task.FromResult(IsLevel), 30);

    public override async ValueTask InitializeAsync()
    {
        await base.InitializeAsync();
        if (Settings.Database is null || (Server = await StandbyServer.OfAsync(Settings.Database)) is null) return;
        node = await Newspaper.OpenAsync(Settings with { Standby = Server.Connection }, "http://127.0.0.1:0", demo: false, default);
        await node.StartAsync();
        Reader = new HttpClient { BaseAddress = new Uri(node.Urls.First()), Timeout = TimeSpan.FromMinutes(1) };
    }

    public override async ValueTask DisposeAsync()
    {
        if (Server is not null)
        {
            Reader.Dispose();
            await node.DisposeAsync();
            await Server.DisposeAsync();
        }
        await base.DisposeAsync();
    }

    /// <summary>Changes the primary past the program: nobody is told, so that a page shows which server it was drawn from.</summary>
    public Task RenameSilentlyAsync(string section, string name) => AskAsync(db => db.Database.ExecuteSqlAsync($"update section set name = {name} where slug = {section}"));
}
