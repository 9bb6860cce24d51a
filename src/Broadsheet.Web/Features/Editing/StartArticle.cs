using Broadsheet.Domain;
using Broadsheet.Data;
using Broadsheet.Data.Writing;
using Broadsheet.Domain.Articles;
using Broadsheet.Domain.Desk;
using Broadsheet.Domain.Sections;
using Broadsheet.Domain.Staff;
using Broadsheet.Web.Hosting;
using Broadsheet.Web.Layout.Newsrooms;
using Microsoft.EntityFrameworkCore;

namespace Broadsheet.Web.Features.Editing;

/// <summary>Somebody begins an article: it has a number and a page to write on, and no address before it is published.</summary>
public static class StartArticle
{
    public static void Map(IEndpointRouteBuilder routes) => routes.MapNewsroom().MapPost("/articles/", Handle).Needs(Right.Write);

    internal static async Task<IResult> Handle(SignedIn me, NewsDb db, SiteSettings site, TimeProvider clock, CancellationToken stop)
    {
        await using var write = await Write.AloneAsync(db, stop);
        var now = clock.UtcNow();
        var section = await db.Sections.OrderBy(s => s.Position).FirstOrDefaultAsync(stop);
        if (section is null)
        {
            // A paper's very first article: the desk names its sections later.
            db.Sections.Add(section = new Section("News", "news", "/news/", null, 1));
            db.Touch(Domain.Changes.Names.Sections);
            await db.SaveChangesAsync(stop);
        }
        var article = Article.StartAt($"/newsroom/articles/{Guid.NewGuid():n}/", section.Id, site.Language, startedBy: me.Id);
        db.Articles.Add(article);
        db.Touch(Domain.Changes.Names.Articles);
        await db.SaveChangesAsync(stop);
        var credit = await db.Staff.Where(s => s.Id == me.Id).Join(db.Bylines, s => s.BylineId, b => b.Id, (_, b) => new Credit(b.Name, b.Slug)).SingleOrDefaultAsync(stop);
        db.WorkingCopies.Add(new WorkingCopy(article.Id, WorkingState.Draft, null, now, new Copy("", "", site.Language, section.Id, Credits: [credit ?? new Credit(me.Name, null)])));
        db.Audit.Add(new AuditEntry(me, "began", article.Id, null, now));
        await write.CommitAsync(now, stop);
        return Results.Extensions.SeeOther($"/newsroom/articles/{article.Id}");
    }
}
