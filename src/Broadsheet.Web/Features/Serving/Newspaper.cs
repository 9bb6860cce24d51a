using Broadsheet.Data;
using Broadsheet.Data.Following;
using Broadsheet.Data.Reading;
using Broadsheet.Web.Features.Archives;
using Broadsheet.Web.Features.Articles;
using Broadsheet.Web.Features.Board;
using Broadsheet.Web.Features.Cards;
using Broadsheet.Web.Features.Comments;
using Broadsheet.Web.Features.Corrections;
using Broadsheet.Web.Features.Demo;
using Broadsheet.Web.Features.Editing;
using Broadsheet.Web.Features.Errors;
using Broadsheet.Web.Features.Feeds;
using Broadsheet.Web.Features.Fronts;
using Broadsheet.Web.Features.History;
using Broadsheet.Web.Features.Library;
using Broadsheet.Web.Features.Media;
using Broadsheet.Web.Features.Purging;
using Broadsheet.Web.Features.ReadAlso;
using Broadsheet.Web.Features.Readers;
using Broadsheet.Web.Features.Search;
using Broadsheet.Web.Features.Sitemaps;
using Broadsheet.Web.Features.Staff;
using Broadsheet.Web.Features.Themes;
using Broadsheet.Web.Features.Workflow;
using Broadsheet.Web.Caching;
using Broadsheet.Web.Hosting;
using Broadsheet.Web.Layout;
using Broadsheet.Web.SigningIn;
using Microsoft.AspNetCore.Server.Kestrel.Transport.Sockets;

namespace Broadsheet.Web.Features.Serving;

/// <summary>The web program, put together: every page that it answers is named here.</summary>
public static class Newspaper
{
    /// <summary>The paper with its database up to date, not yet listening.</summary>
    /// <param name="attended">Whether this program also does the paper's work in the background; one that is opened only to be asked leaves it to others.</param>
    public static async Task<WebApplication> OpenAsync(Settings settings, string urls, bool demo, CancellationToken stop, bool attended = true)
    {
        var app = Build(settings, urls, attended);
        await using var scope = app.Services.CreateAsyncScope();
        await Schema.BringUpToDateAsync(app.Services.GetRequiredService<Database>(), stop);
        if (demo) await scope.ServiceProvider.GetRequiredService<DemoEdition>().FillAsync(line => Console.Error.WriteLine(line), stop);
        // The watch first: what is saved while the theme is read is read again.
        var freshness = app.Services.GetRequiredService<Freshness>();
        freshness.ThemeSaved += app.Services.GetRequiredService<Theme>().ReadAgain;
        var feed = app.Services.GetRequiredService<ChangeFeed>();
        feed.Follow(app.Services.GetRequiredService<KeptAnswers>().Drop);
        feed.Follow(app.Services.GetRequiredService<PageCache>().Drop);
        CachesInFront.Follow(app.Services);
        var readAlso = app.Services.GetRequiredService<ReadAlsoDesk>();
        feed.Follow(readAlso.Hear);
        await feed.OpenAsync(stop);
        if (demo) await readAlso.CatchUpAsync(stop);
        return app;
    }

    private static WebApplication Build(Settings settings, string urls, bool attended)
    {
        SocketThread.Prepare();
        var builder = WebApplication.CreateSlimBuilder();
        builder.WebHost.UseUrls(urls).UseSockets(AsFewSteps).UseKestrelHttpsConfiguration().ConfigureKestrel(kestrel =>
        {
            kestrel.AddServerHeader = false;
            kestrel.ConfigureEndpointDefaults(listen => listen.Use(PlainHits.Use(kestrel.ApplicationServices)));
            settings.Limits.Apply(kestrel.Limits);
        });
        builder.Logging.SetMinimumLevel(LogLevel.Warning).AddFilter(typeof(ReadAlsoDesk).FullName, LogLevel.Information);
        // Told as one line by the edge, where the operator sees it.
        builder.Logging.AddFilter("Microsoft.Extensions.Hosting", LogLevel.None).AddFilter("Microsoft.AspNetCore.Server.Kestrel", LogLevel.None);
        // The keys are sealed where they are stored, which it does not know.
        builder.Logging.AddFilter("Microsoft.AspNetCore.DataProtection", LogLevel.Error);
        builder.Services.AddSingleton<Draining>().AddSingleton<IHostLifetime>(all => all.GetRequiredService<Draining>());
        Paper.Add(builder.Services, settings);
        AddCache(builder.Services, settings);
        CachesInFront.Add(builder.Services, settings.Cdn);
        AddPages(builder.Services);
        SigningInParts.Add(builder.Services);
        if (attended) builder.Services.AddHostedService(all => all.GetRequiredService<ReadAlsoDesk>()).AddHostedService<Clockwork>();
        StaffPages.Add(builder.Services);

        var app = builder.Build();
        SigningInParts.KeepFromReaders(app);
        SecurityHeaders.Use(app);
        Draining.Use(app);
        HeadRequests.Use(app);
        ShowError.Use(app);
        ServeKept.UseMemory(app);
        app.UseRouting();
        Door.Use(app);
        OneAddress.Use(app);
        ServeKept.UsePresses(app);
        MapPages(app);
        return app;
    }

    // Whoever waits for a request holds a buffer for it, 4 kB: that spares each answer a call of the system.
    private static void AsFewSteps(SocketTransportOptions sockets) => (sockets.UnsafePreferInlineScheduling, sockets.WaitForDataBeforeAllocatingBuffer) = (true, false);

    private static void AddPages(IServiceCollection services)
    {
        services.AddSingleton<Theme>().AddSingleton<Site>().AddSingleton<ReadAlsoDesk>().AddSingleton<Remembered>().AddSingleton<PictureSizes>();
        services.AddScoped<CardList>().AddScoped<ShowArticle>().AddScoped<ShowHistory>().AddScoped<CommentThreads>().AddScoped<CommentForm>().AddScoped<PostComment>().AddScoped<ShowFeed>().AddScoped<DemoEdition>().AddScoped<DeskAct>();
    }

    private static void AddCache(IServiceCollection services, Settings settings)
    {
        services.AddSingleton(new PageCache(settings.CacheBytes)).AddSingleton(_ => new FolderWatch(Theme.FolderOf(settings))).AddSingleton<Freshness>().AddSingleton<Presses>().AddSingleton(new PressRoom(settings.Limits.Renderings, settings.Limits.NewPagesAMinute)).AddSingleton<ServeKept>().AddSingleton<PlainHits>();
        services.AddSingleton<ChangeFeed>(all => settings.Database is null
            ? new SqliteFeed(all.GetRequiredService<Database>()) : new PostgresFeed(settings.Database, all.GetService<Standby>(), all.GetRequiredService<ILogger<PostgresFeed>>()));
        if (settings is { Database: not null, Standby: { } standby }) services.AddSingleton(_ => new Standby(standby));
        services.AddSingleton<KeptAnswers>().AddSingleton<ReadingOptions>().AddScoped<Sources>().AddScoped<ReadingRoom>();
    }

    private static void MapDesk(WebApplication app)
    {
        ShowBoard.Map(app);
        ShowLibrary.Map(app);
        ShowLibraryPicture.Map(app);
        AddPicture.Map(app);
        ArrangeFront.Map(app);
        ShowPastFront.Map(app);
        StartArticle.Map(app);
        EditArticle.Map(app);
        SaveCopy.Map(app);
        MeetColleagues.Map(app);
        WriteNote.Map(app);
        FindArticles.Map(app);
        CheckArticle.Map(app);
        ShowDrafts.Map(app);
        PreviewArticle.Map(app);
        TakeStep.Map(app);
        PublishArticle.Map(app);
        ScheduleArticle.Map(app);
        CorrectArticle.Map(app);
        WithdrawArticle.Map(app);
    }

    private static void MapPages(WebApplication app)
    {
        Health.Map(app);
        ShowFront.Map(app);
        ShowArchive.Map(app);
        ShowSearch.Map(app);
        ShowFeed.Map(app);
        ShowCorrections.Map(app);
        ShowRevisionLog.Map(app);
        ShowSitemaps.Map(app);
        ShowPicture.Map(app);
        ShowThemeFile.Map(app);
        Remembered.Map(app);
        PostComment.Map(app);
        MapDesk(app);
        StaffPages.Map(app);
        FindAddress.Map(app);
    }
}
