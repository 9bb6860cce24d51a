using System.Diagnostics;
using Broadsheet.Data.Following;
using Broadsheet.Web.Features.Serving;
using Microsoft.AspNetCore.Builder;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace Broadsheet.Tests.Following;

/// <summary>Three programs that serve one paper: they share its database and its folder, and nothing else.</summary>
public sealed class ThreeNodes : Paper
{
    private readonly List<WebApplication> others = [];

    protected override Dictionary<string, string> Wishes => new() { ["Comments:Hold"] = "never", ["Comments:Flood"] = "off" };

    /// <summary>A reader at each node.</summary>
    public HttpClient[] Readers { get; private set; } = [];

    /// <summary>Between the last node and PostgreSQL; null on SQLite.</summary>
    public Wire? Wire { get; private set; }

    public override async ValueTask InitializeAsync()
    {
        await base.InitializeAsync();
        if (Settings.Database is { } connection) Wire = new Wire(connection);
        Readers = [Browser, ReaderOf(await JoinAsync(Settings.Database)), ReaderOf(await JoinAsync(Wire?.Connection))];
    }

    public override async ValueTask DisposeAsync()
    {
        foreach (var reader in Readers.Skip(1)) reader.Dispose();
        foreach (var node in others) await node.DisposeAsync();
        if (Wire is not null) await Wire.DisposeAsync();
        await base.DisposeAsync();
    }

    private async Task<WebApplication> JoinAsync(string? database)
    {
        var node = await OpenAsync(database);
        others.Add(node);
        return node;
    }

    /// <summary>One node more, for the test to close.</summary>
    public async Task<WebApplication> OpenAsync(string? database)
    {
        var node = await Newspaper.OpenAsync(Settings with { Database = database }, "http://127.0.0.1:0", demo: false, default);
        await node.StartAsync();
        return node;
    }

    /// <summary>Whether the node behind the wire takes its pages for new.</summary>
    public bool LastIsCurrent => IsCurrent(others[1].Services);

    /// <summary>Until each node has a lease.</summary>
    public async Task AllCurrentAsync()
    {
        var begun = Stopwatch.StartNew();
        while (Part<ChangeFeed>().Listen() != Hearing.Current || !others.All(node => IsCurrent(node.Services)))
        {
            Assert.True(begun.Elapsed < TimeSpan.FromSeconds(20), "a node did not become current");
            await Task.Delay(10);
        }
    }

    /// <summary>Runs on the database itself, past the program.</summary>
    public Task DoAsync(string sql) => AskAsync(db => db.Database.ExecuteSqlRawAsync(sql));

    private static bool IsCurrent(IServiceProvider node) => node.GetRequiredService<ChangeFeed>().Listen() == Hearing.Current;

    private static HttpClient ReaderOf(WebApplication node) =>
        new(new SocketsHttpHandler { AllowAutoRedirect = false, UseCookies = false }) { BaseAddress = new Uri(node.Urls.First()), Timeout = TimeSpan.FromMinutes(1) };
}
