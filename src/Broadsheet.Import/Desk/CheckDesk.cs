using Broadsheet.Data;
using Broadsheet.Domain.Articles;
using Broadsheet.Domain.Checks;
using Broadsheet.Domain.Desk;
using Broadsheet.Import.Checks;
using Microsoft.EntityFrameworkCore;

namespace Broadsheet.Import.Desk;

/// <summary>What the checks see in a piece of the desk that nobody has dismissed.</summary>
public static class CheckDesk
{
    /// <param name="zone">The paper's: for the day that the piece will carry.</param>
    /// <returns>The gravest first.</returns>
    public static async Task<List<Finding>> FindingsAsync(NewsDb db, Article article, WorkingCopy work, TimeZoneInfo zone, DateTime now, CancellationToken stop)
    {
        var day = DateOnly.FromDateTime(TimeZoneInfo.ConvertTimeFromUtc(DateTime.SpecifyKind(article.PublishedAt ?? work.DueAt ?? now, DateTimeKind.Utc), zone));
        var dismissed = await db.Dismissed.Where(d => d.ArticleId == article.Id).Select(d => d.Finding).ToListAsync(stop);
        return [.. CopyDeskCheck.Findings(work.Copy, await FactFinder.AskAsync(db, work.Copy, day, stop)).Where(f => !dismissed.Contains(f.Key))];
    }
}
