using Broadsheet.Data.Duties;
using Broadsheet.Data;
using Broadsheet.Domain.Comments;
using Broadsheet.Import.Manuscripts;
using Broadsheet.Import.Moving;
using Broadsheet.Import.Pictures;
using Microsoft.EntityFrameworkCore;

namespace Broadsheet.Web.Hosting;

/// <summary>What every verb stands on: the settings, the database brought up to date, the pictures, the keys.</summary>
public static class Paper
{
    /// <summary>For a verb that does one thing and ends. The database is ready when this returns.</summary>
    public static async Task<AsyncServiceScope> OpenAsync(Settings settings, CancellationToken stop)
    {
        var services = new ServiceCollection();
        Add(services, settings);
        var scope = services.BuildServiceProvider().CreateAsyncScope();
        await Schema.BringUpToDateAsync(scope.ServiceProvider.GetRequiredService<Database>(), stop);
        return scope;
    }

    public static void Add(IServiceCollection services, Settings settings)
    {
        Directory.CreateDirectory(settings.Data);
        services.AddSingleton(settings);
        services.AddSingleton(settings.Site);
        services.AddSingleton<CommentRules>(settings.Comments);
        services.AddSingleton(TimeProvider.System);
        services.AddSingleton(KeyRing.Open(settings)).AddSingleton(KeyRing.OpenSignet(settings));
        services.AddSingleton(_ => settings.Media.Open(settings.Data)).AddSingleton<PictureDesk>().AddSingleton<PictureFiles>().AddHostedService<MediaCheck>();
        services.AddSingleton(Database.In(settings.Data, settings.Database)).AddSingleton(all => all.GetRequiredService<Database>().Options);
        services.AddSingleton(new DutyRota(settings.Data, settings.Database));
        services.AddScoped<NewsDb>();
        services.AddScoped<ManuscriptDesk>().AddScoped<MoveDesk>();
        services.AddSingleton(new ManuscriptReader(settings.Site.Zone, settings.Site.Language));
    }
}
