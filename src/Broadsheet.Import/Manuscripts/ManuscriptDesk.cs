using Broadsheet.Data;
using Broadsheet.Data.Fronts;
using Broadsheet.Data.Publishing;
using Broadsheet.Data.Writing;
using Broadsheet.Domain;
using Broadsheet.Domain.Addresses;
using Broadsheet.Domain.Articles;
using Broadsheet.Domain.Checks;
using Broadsheet.Domain.Fronts;
using Broadsheet.Domain.Media;
using Broadsheet.Import.Bodies;
using Broadsheet.Import.Checks;
using Broadsheet.Import.Pictures;
using Microsoft.EntityFrameworkCore;

namespace Broadsheet.Import.Manuscripts;

/// <summary>Publishes manuscripts: all of a batch, or, when one has a fault, none.</summary>
public sealed class ManuscriptDesk(NewsDb db, PictureDesk pictures, TimeProvider clock)
{
    /// <param name="New">False when the article was there and got a further revision.</param>
    public sealed record Published(string File, string Path, int Revision, bool New);

    /// <param name="Made">Sections, topics, authors and stories that were named for the first time.</param>
    /// <param name="Findings">What the checks saw; beside faults, only of what they refuse.</param>
    public sealed record Outcome(IReadOnlyList<Published> Articles, IReadOnlyList<string> Made, IReadOnlyList<Fault> Faults, IReadOnlyList<(string File, Finding Finding)> Findings);

    /// <param name="strict">Whether what a check refuses is a fault.</param>
    public async Task<Outcome> PublishAsync(IReadOnlyList<Manuscript> manuscripts, CancellationToken stop, bool strict = false)
    {
        List<Fault> faults = [];
        List<(Manuscript Manuscript, Copy Copy, DateTime DatedAt)> copies = [];
        List<Published> published = [];
        // Before the lock: no other writer waits for a store that takes its time.
        var tray = await PictureTray.FillAsync(manuscripts, pictures, clock.UtcNow(), stop);
        await using var write = await Write.AloneAsync(db, stop);
        var names = new NameBook(db, stop);

        // Every article gets its identity first, so that those of one batch can name each other under "readAlso".
        List<(Manuscript Manuscript, Article Article, string Path)> batch = [];
        foreach (var manuscript in manuscripts)
            if (await IdentifyAsync(manuscript, names, faults, stop) is { } identified) batch.Add(identified);

        foreach (var (manuscript, article, path) in batch)
        {
            var isNew = article.RevisionNumber == 0;
            var copy = await CopyAsync(manuscript, names, tray, faults, stop);
            var publication = PublicationOf(manuscript, article, clock.UtcNow());
            var result = await Press.PublishAsync(db, article, path, copy, publication, clock.UtcNow(), stop);
            faults.AddRange(result.Refusals.Select(r => manuscript.Fault(r.Field ?? "", r.ToString())));
            if (result.Refused is not null) continue;
            copies.Add((manuscript, copy, publication.DatedAt));
            if (manuscript.TopStory is { } position) await PlaceAsync(position, article.Id, stop);
            published.Add(new Published(manuscript.File, path, article.RevisionNumber, isNew));
        }
        if (faults.Count > 0) return new Outcome([], [], faults, []);
        // When all of the batch are published, so that their links to each other lead somewhere.
        var findings = await CheckAsync(copies, stop);
        if (strict && findings.Exists(f => f.Finding.Severity == Severity.Refuse)) return new Outcome([], [], [], [.. findings.Where(f => f.Finding.Severity == Severity.Refuse)]);
        await write.CommitAsync(clock.UtcNow(), stop);
        return new Outcome(published, names.Made, [], findings);
    }

    private async Task<List<(string File, Finding Finding)>> CheckAsync(List<(Manuscript Manuscript, Copy Copy, DateTime DatedAt)> copies, CancellationToken stop)
    {
        List<(string, Finding)> findings = [];
        foreach (var (manuscript, copy, datedAt) in copies)
            findings.AddRange(CopyDeskCheck.Findings(copy, await FactFinder.AskAsync(db, copy, DateOnly.FromDateTime(datedAt), stop)).Select(f => (manuscript.File, f)));
        return findings;
    }

    // A new note upon a published article is a material change of this moment, unless the manuscript says of which.
    private static Publication PublicationOf(Manuscript m, Article article, DateTime now) => new(
        m.DatedAt ?? now, m.UpdatedAt ?? (article.RevisionNumber > 0 && m.UpdateNote is { } note && note != article.UpdateNote ? now : null), m.UpdateNote, m.CommentsOpen, m.Rank,
        [.. m.Corrections.Select(c => new Correction(c.Kind, (c.At ?? now).WholeMilliseconds(), c.Text))]);

    private async Task<(Manuscript, Article, string Path)?> IdentifyAsync(Manuscript manuscript, NameBook names, List<Fault> faults, CancellationToken stop)
    {
        if (manuscript.Slug.Length == 0)
        {
            faults.Add(manuscript.Fault("slug", "holds no letter or digit to make an address from"));
            return null;
        }
        var section = await names.SectionAsync(manuscript.Section, manuscript.Language);
        if (Reserved.Holds(section.Path))
        {
            faults.Add(manuscript.Fault("section", Reserved.Refuse(section.Path).ToString()));
            return null;
        }
        var path = section.Path + manuscript.Slug + "/";
        var article = await names.AtAddressAsync(manuscript.Formerly ?? path);
        if (article is null && manuscript.Formerly is { } formerly)
        {
            faults.Add(manuscript.Fault("formerly", $"there is no article at {formerly}"));
            return null;
        }
        return (manuscript, article ?? await Press.EnterAsync(db, path, section.Id, manuscript.Language, stop), path);
    }

    private async Task<Copy> CopyAsync(Manuscript m, NameBook names, PictureTray tray, List<Fault> faults, CancellationToken stop)
    {
        var section = await names.SectionAsync(m.Section, m.Language);
        List<Credit> credits = [];
        foreach (var name in m.Bylines) credits.Add(await names.CreditAsync(name, m.Language));
        List<TopicMark> topics = [];
        foreach (var name in m.Topics) topics.Add(await names.TopicAsync(name, m.Language));
        List<long> picks = [];
        foreach (var reference in m.ReadAlso)
            if (await names.ArticleAsync(reference) is { } pick) picks.Add(pick.Id);
            else faults.Add(m.Fault("readAlso", $"there is no article \"{reference}\""));
        var story = m.Story is null ? null : await names.StoryAsync(m.Story, m.Language);
        return new Copy(m.Headline, await BodyAsync(m, tray, faults, stop), m.Language, section.Id, m.Kicker, m.Standfirst, m.Dateline, story?.Id,
            credits, topics, await LeadAsync(m, tray, faults, stop), picks, m.Head);
    }

    private async Task<string> BodyAsync(Manuscript manuscript, PictureTray tray, List<Fault> faults, CancellationToken stop)
    {
        Dictionary<string, Picture> printed = [];
        foreach (var address in PictureTray.InBody(manuscript))
            if (await PictureAsync(manuscript, "body", address, tray, faults, stop) is { } picture) printed[address] = picture;
        return new MarkdownBody(mark => printed.TryGetValue(mark.Address, out var picture) ? PictureMarkup.Image(picture, mark.Alt) : null).Set(manuscript.Markdown);
    }

    private async Task<LeadPicture?> LeadAsync(Manuscript manuscript, PictureTray tray, List<Fault> faults, CancellationToken stop) =>
        manuscript.Picture is { } lead && await PictureAsync(manuscript, "picture", lead.File, tray, faults, stop) is { } picture
            ? new LeadPicture(picture.Id, lead.Alt, lead.Caption, lead.Credit, lead.Focus) : null;

    private async Task<Picture?> PictureAsync(Manuscript manuscript, string field, string address, PictureTray tray, List<Fault> faults, CancellationToken stop)
    {
        if (tray.Find(manuscript, address) is not { } kept) faults.Add(manuscript.Fault(field, $"there is no picture {address}"));
        else if (kept.Refused is { } refusal) faults.Add(manuscript.Fault(field, refusal.ToString()));
        else return await PictureRows.EnterAsync(db, kept.Value, stop);
        return null;
    }

    private async Task PlaceAsync(int position, long articleId, CancellationToken stop)
    {
        await SlotBook.EndAsync(db, s => s.Position == position || s.ArticleId == articleId, clock.UtcNow(), stop);
        SlotBook.Put(db, new Slot(position, articleId, clock.UtcNow(), null));
        await db.SaveChangesAsync(stop);
    }
}
