using System.CommandLine;
using Broadsheet.Data.Reading;
using Broadsheet.Web.Features.Demo;
using Broadsheet.Web.Features.Staff;
using Broadsheet.Web.Hosting;

namespace Broadsheet.Web.Features.Serving;

/// <summary>broadsheet serve: the newspaper itself.</summary>
public static class ServeVerb
{
    public const string Name = "serve";

    public static Command Make()
    {
        var urls = new Option<string>("--urls") { Description = "Where to listen; several are parted by semicolons.", DefaultValueFactory = _ => "http://localhost:5000" };
        var demo = new Option<bool>("--demo") { Description = "Fills an empty data folder with an invented town's paper." };
        var verb = new Command(Name, "Serves the newspaper.") { urls, demo };
        Flags.AddTo(verb);
        verb.SetAction((parsed, stop) => Edge.RunAsync(() =>
        {
            if (parsed.GetValue(demo)) DemoEdition.PrepareSettings(Flags.DataFolder(parsed));
            return RunAsync(Flags.Settings(parsed), parsed.GetRequiredValue(urls), parsed.GetValue(demo), stop);
        }));
        return verb;
    }

    private static async Task<int> RunAsync(Settings settings, string urls, bool demo, CancellationToken stop)
    {
        await using var app = await Newspaper.OpenAsync(settings, urls, demo, stop);
        await app.StartAsync(stop);
        Console.WriteLine($"{settings.Site.Name} is at {string.Join(" and ", app.Urls)} (data in {settings.Data}; stop with Ctrl+C)");
        await TellFirstLinkAsync(app, stop);
        // Not the token: it would close the port at the signal that only begins the end (Draining).
        await app.WaitForShutdownAsync(CancellationToken.None);
        return ExitCode.Done;
    }

    private static async Task TellFirstLinkAsync(WebApplication app, CancellationToken stop)
    {
        try
        {
            if (await FirstLink.MakeAsync(app, stop) is { } link) Console.Error.WriteLine($"Nobody works here yet. Make the first account, once: {link}");
        }
        // Readers do not wait for it: an import may hold the database for longer than this waits.
        catch (Exception fault) when (DatabaseGone.IsOfDatabase(fault)) { Console.Error.WriteLine("Nobody works here yet, and the database is busy: make the first account with \"broadsheet staff add\", or start again later."); }
    }
}
