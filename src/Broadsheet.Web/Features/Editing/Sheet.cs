using Broadsheet.Data;
using Broadsheet.Domain;
using Broadsheet.Domain.Addresses;
using Broadsheet.Domain.Articles;
using Broadsheet.Domain.Text;
using Broadsheet.Import.Bodies;
using Microsoft.EntityFrameworkCore;

namespace Broadsheet.Web.Features.Editing;

/// <summary>A copy as the writing page holds it: by names where the paper has rows, and perhaps not finished.</summary>
/// <param name="Body">HTML; sanitized on the way in.</param>
/// <param name="Section">Its number.</param>
/// <param name="Story">Its number, or null.</param>
/// <param name="Credits">Names of authors; one that the paper does not know is entered at the publication.</param>
public sealed record Sheet(
    string? Headline, string? Body, string? Language, long Section, string? Kicker = null, string? Standfirst = null, string? Dateline = null, long? Story = null,
    IReadOnlyList<string>? Credits = null, IReadOnlyList<string>? Topics = null, LeadPicture? Picture = null, IReadOnlyList<Sheet.Pick>? ReadAlso = null, HeadTexts? Head = null)
{
    /// <param name="Headline">For people; not read when it comes back.</param>
    public sealed record Pick(long Id, string? Headline = null);

    private const int LongestLine = 1_000, LongestBody = 2_000_000, MostNames = 100;

    public static async Task<Sheet> OfAsync(Copy copy, NewsDb db, CancellationToken stop)
    {
        var picks = copy.ReadAlso ?? [];
        var headlines = await db.Articles.Where(a => picks.Contains(a.Id) && a.RevisionId != null).Join(db.Revisions, a => a.RevisionId, r => r.Id, (a, r) => new { a.Id, r.Headline }).ToDictionaryAsync(a => a.Id, a => a.Headline, stop);
        return new(copy.Headline, copy.Body, copy.Language, copy.SectionId, copy.Kicker, copy.Standfirst, copy.Dateline, copy.StoryId, [.. (copy.Credits ?? []).Select(c => c.Name)], [.. (copy.Topics ?? []).Select(t => t.Name)],
            copy.Picture, [.. picks.Select(id => new Pick(id, headlines.GetValueOrDefault(id)))], copy.Head ?? new());
    }

    /// <summary>What keeps it from being saved: only what cannot be kept. What keeps it from being published is asked then.</summary>
    public async Task<Result<Copy>> CopyAsync(NewsDb db, CancellationToken stop)
    {
        List<Refusal> refusals = [.. TooLong()];
        if (!await db.Sections.AnyAsync(s => s.Id == Section, stop)) refusals.Add(Refusal.Invalid("There is no such section.").At("section"));
        if (Story is { } story && !await db.Stories.AnyAsync(s => s.Id == story, stop)) refusals.Add(Refusal.Invalid("There is no such story.").At("story"));
        if (Picture is { } picture && !await db.Pictures.AnyAsync(p => p.Id == picture.PictureId, stop)) refusals.Add(Refusal.Invalid("There is no such picture.").At("picture"));
        if (!LanguageTag.IsKnown(Language ?? "")) refusals.Add(Refusal.Invalid("\"{0}\" is not a language.", Language ?? "").At("language"));
        if (refusals.Count > 0) return refusals;
        return new Copy(Headline?.Trim() ?? "", BodySanitizer.Clean(Body ?? ""), Language!, Section, Line(Kicker), Line(Standfirst), Line(Dateline), Story,
            await CreditsAsync(db, stop), [.. Names(Topics).Select(name => new TopicMark(name, Slug.Of(name, Language!))).Where(t => t.Slug.Length > 0)], Picture, [.. (ReadAlso ?? []).Select(p => p.Id).Distinct()],
            Head is null ? new() : new(Line(Head.SearchTitle), Line(Head.SearchDescription), Line(Head.SocialTitle), Line(Head.SocialDescription)));
    }

    private IEnumerable<Refusal> TooLong()
    {
        foreach (var (field, text) in new[] { ("headline", Headline), ("kicker", Kicker), ("standfirst", Standfirst), ("dateline", Dateline) })
            if (text?.Length > LongestLine) yield return Refusal.Invalid("It has at most {0} characters.", LongestLine).At(field);
        if (Body?.Length > LongestBody) yield return Refusal.Invalid("A body has at most {0} characters.", LongestBody).At("body");
        if (Credits?.Count > MostNames) yield return Refusal.Invalid("These are more than {0}.", MostNames).At("credits");
        if (Topics?.Count > MostNames) yield return Refusal.Invalid("These are more than {0}.", MostNames).At("topics");
    }

    private async Task<IReadOnlyList<Credit>> CreditsAsync(NewsDb db, CancellationToken stop)
    {
        var bySlug = Names(Credits).Select(name => (Name: name, Slug: Slug.Of(name, Language!))).ToList();
        var slugs = bySlug.Select(c => c.Slug).ToList();
        var known = await db.Bylines.AsNoTracking().Where(b => slugs.Contains(b.Slug)).ToDictionaryAsync(b => b.Slug, b => b.Name, stop);
        return [.. bySlug.Select(c => known.TryGetValue(c.Slug, out var name) ? new Credit(name, c.Slug) : new Credit(c.Name, null))];
    }

    private static IEnumerable<string> Names(IReadOnlyList<string>? names) => (names ?? []).Select(n => n.Trim()).Where(n => n.Length is > 0 and < LongestLine).Distinct();

    private static string? Line(string? text) => text?.Trim() is { Length: > 0 } line ? line : null;
}
