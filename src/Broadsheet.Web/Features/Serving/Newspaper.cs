using System.IO.Compression;
using Broadsheet.Data;
using Broadsheet.Web.Features.Archives;
using Broadsheet.Web.Features.Articles;
using Broadsheet.Web.Features.Cards;
using Broadsheet.Web.Features.Comments;
using Broadsheet.Web.Features.Demo;
using Broadsheet.Web.Features.Errors;
using Broadsheet.Web.Features.Feeds;
using Broadsheet.Web.Features.Fronts;
using Broadsheet.Web.Features.Media;
using Broadsheet.Web.Features.ReadAlso;
using Broadsheet.Web.Features.Readers;
using Broadsheet.Web.Features.Search;
using Broadsheet.Web.Features.Sitemaps;
using Broadsheet.Web.Hosting;
using Broadsheet.Web.Layout;
using Microsoft.AspNetCore.ResponseCompression;

namespace Broadsheet.Web.Features.Serving;

/// <summary>The web program, put together: every page that it answers is named here.</summary>
public static class Newspaper
{
    /// <summary>The paper with its database up to date, not yet listening.</summary>
    public static async Task<WebApplication> OpenAsync(Settings settings, string urls, bool demo, CancellationToken stop)
    {
        var app = Build(settings, urls);
        await using var scope = app.Services.CreateAsyncScope();
        await Schema.BringUpToDateAsync(scope.ServiceProvider.GetRequiredService<NewsDb>(), stop);
        if (demo) await scope.ServiceProvider.GetRequiredService<DemoEdition>().FillAsync(line => Console.Error.WriteLine(line), stop);
        app.Services.GetRequiredService<Theme>();
        await app.Services.GetRequiredService<ReadAlsoShelf>().WarmAsync(stop);
        return app;
    }

    private static WebApplication Build(Settings settings, string urls)
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.WebHost.UseUrls(urls).UseKestrelHttpsConfiguration().ConfigureKestrel(kestrel => kestrel.AddServerHeader = false);
        builder.Logging.SetMinimumLevel(LogLevel.Warning);
        // Told as one line by the edge, where the operator sees it.
        builder.Logging.AddFilter("Microsoft.Extensions.Hosting", LogLevel.None).AddFilter("Microsoft.AspNetCore.Server.Kestrel", LogLevel.None);
        Paper.Add(builder.Services, settings);
        AddPages(builder.Services);

        var app = builder.Build();
        SecurityHeaders.Use(app);
        HeadRequests.Use(app);
        app.UseResponseCompression();
        ShowError.Use(app);
        Theme.Use(app);
        app.UseRouting();
        OneAddress.Use(app);
        MapPages(app);
        return app;
    }

    private static void AddPages(IServiceCollection services)
    {
        services.AddSingleton<Theme>().AddSingleton<Site>().AddSingleton<ReadAlsoShelf>().AddSingleton<Remembered>();
        services.AddScoped<CardList>().AddScoped<ShowArticle>().AddScoped<CommentThreads>().AddScoped<CommentForm>().AddScoped<PostComment>().AddScoped<ShowFeed>().AddScoped<DemoEdition>();
        services.AddResponseCompression(compression =>
        {
            compression.EnableForHttps = true;
            compression.MimeTypes = [.. ResponseCompressionDefaults.MimeTypes, "application/rss+xml", "image/svg+xml"];
        });
        services.Configure<BrotliCompressionProviderOptions>(brotli => brotli.Level = CompressionLevel.Optimal);
    }

    private static void MapPages(WebApplication app)
    {
        Health.Map(app);
        ShowFront.Map(app);
        ShowArchive.Map(app);
        ShowSearch.Map(app);
        ShowFeed.Map(app);
        ShowSitemaps.Map(app);
        ShowMedia.Map(app);
        Remembered.Map(app);
        PostComment.Map(app);
        FindAddress.Map(app);
    }
}
