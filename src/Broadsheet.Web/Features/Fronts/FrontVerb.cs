using System.CommandLine;
using Broadsheet.Data;
using Broadsheet.Data.Fronts;
using Broadsheet.Data.Writing;
using Broadsheet.Domain;
using Broadsheet.Domain.Articles;
using Broadsheet.Domain.Fronts;
using Broadsheet.Web.Hosting;
using Microsoft.EntityFrameworkCore;

namespace Broadsheet.Web.Features.Fronts;

/// <summary>broadsheet front [PATH…]: sets the first places of the Top Stories by hand, or shows how they are set.</summary>
public static class FrontVerb
{
    public static Command Make()
    {
        var paths = new Argument<string[]>("PATH") { Description = "Addresses of articles, the lead first. The places after them fill themselves.", Arity = ArgumentArity.ZeroOrMore };
        var clear = new Option<bool>("--clear") { Description = "Takes every place back: rank and freshness decide." };
        var verb = new Command("front", "Shows or sets the order of the Top Stories.") { paths, clear };
        Flags.AddTo(verb);
        verb.SetAction((parsed, stop) => Edge.RunAsync(() => RunAsync(parsed.GetValue(paths) ?? [], parsed.GetValue(clear), Flags.Settings(parsed), stop)));
        return verb;
    }

    private static async Task<int> RunAsync(string[] paths, bool clear, Settings settings, CancellationToken stop)
    {
        await using var paper = await Paper.OpenAsync(settings, stop);
        var (db, now) = (paper.ServiceProvider.GetRequiredService<NewsDb>(), paper.ServiceProvider.GetRequiredService<TimeProvider>().UtcNow());
        if (paths.Length > 0 || clear) await SetAsync(db, paths, now, stop);
        foreach (var slot in await db.Slots.Where(s => s.StartsAt <= now && (s.EndsAt == null || s.EndsAt > now)).OrderBy(s => s.Position).Join(db.Articles, s => s.ArticleId, a => a.Id, (s, a) => new { s.Position, a.Path }).ToListAsync(stop))
            Console.WriteLine($"{slot.Position} {slot.Path}");
        return ExitCode.Done;
    }

    private static async Task SetAsync(NewsDb db, string[] paths, DateTime now, CancellationToken stop)
    {
        await using var write = await Write.AloneAsync(db, stop);
        await SlotBook.EndAsync(db, _ => true, now, stop);
        foreach (var (position, path) in paths.Select((path, index) => (index + 1, path)))
        {
            var article = await db.Articles.SingleOrDefaultAsync(a => a.Path == path && a.State == ArticleState.Published, stop) ?? throw new OperatorMistake($"there is no published article at {path}");
            SlotBook.Put(db, new Slot(position, article.Id, now, null));
        }
        await write.CommitAsync(now, stop);
    }
}
