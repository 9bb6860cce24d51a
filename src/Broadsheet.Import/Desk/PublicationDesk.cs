using Broadsheet.Data;
using Broadsheet.Data.Publishing;
using Broadsheet.Domain;
using Broadsheet.Domain.Addresses;
using Broadsheet.Domain.Articles;
using Broadsheet.Domain.Desk;
using Broadsheet.Domain.Staff;
using Broadsheet.Import.Manuscripts;
using Microsoft.EntityFrameworkCore;

namespace Broadsheet.Import.Desk;

/// <summary>Puts what the desk has in work before the readers. To be used while holding the <see cref="Data.Writing.Write"/>; the caller commits.</summary>
public sealed class PublicationDesk(NewsDb db)
{
    /// <param name="dated">UTC; the date that a new article carries, and an older one's update.</param>
    /// <param name="notice">Readers are told with it what was wrong; null: nothing was.</param>
    /// <param name="by">Null: the clock, for somebody who scheduled it.</param>
    public async Task<Result<Revision>> PublishAsync(Article article, WorkingCopy work, SignedIn? by, DateTime dated, DateTime now, CancellationToken stop, Correction? notice = null)
    {
        var names = new NameBook(db, stop);
        var copy = await NamedAsync(work.Copy, names);
        var path = await PathAsync(article, copy, work.Plan.Slug, stop);
        if (path.Refused is not null) return path.Refusals.ToList();
        var update = article.RevisionId is null || string.IsNullOrWhiteSpace(work.Plan.UpdateNote) ? null : work.Plan.UpdateNote.Trim();
        var publication = new Publication(article.PublishedAt ?? dated, update is null ? null : dated, update, work.Plan.CommentsOpen, work.Plan.Rank, notice is null ? null : [notice]);
        var published = await Press.PublishAsync(db, article, path.Value, copy, publication, now, stop);
        if (published.Refused is not null) return published;
        db.WorkingCopies.Remove(work);
        db.Audit.Add(new AuditEntry(by, "published", article.Id, $"revision {article.RevisionNumber}{(update is null ? "" : $": {update}")}", now));
        return published;
    }

    private static async Task<Copy> NamedAsync(Copy copy, NameBook names)
    {
        List<Credit> credits = [];
        foreach (var credit in copy.Credits ?? []) credits.Add(credit.Slug is null ? await names.CreditAsync(credit.Name, copy.Language) : credit);
        List<TopicMark> topics = [];
        foreach (var topic in copy.Topics ?? []) topics.Add(await names.TopicAsync(topic.Name, copy.Language));
        return copy with { Credits = credits, Topics = topics };
    }

    /// <summary>An article keeps its address unless somebody wishes another.</summary>
    private async Task<Result<string>> PathAsync(Article article, Copy copy, string? wished, CancellationToken stop)
    {
        if (wished is null && (article.RevisionId is not null || await db.Addresses.AnyAsync(a => a.ArticleId == article.Id, stop))) return article.Path;
        var slug = Slug.Of(wished ?? copy.Headline, copy.Language);
        if (slug.Length == 0) return Refusal.Invalid("It holds no letter or digit to make an address from.").At("slug");
        var section = await db.Sections.SingleAsync(s => s.Id == copy.SectionId, stop);
        return section.Path + slug + "/";
    }
}
