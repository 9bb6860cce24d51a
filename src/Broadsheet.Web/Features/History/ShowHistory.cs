using Broadsheet.Data.Reading;
using Broadsheet.Domain.Articles;
using Broadsheet.Web.Features.Corrections;
using Broadsheet.Web.Layout;
using Broadsheet.Web.Layout.Languages;

namespace Broadsheet.Web.Features.History;

/// <summary>An article's history: every version that readers saw, and what changed from one to another. At the article's own address with ?history, where no other article can stand.</summary>
public sealed class ShowHistory(ReadingRoom room, Site site)
{
    /// <param name="Path">Decoded.</param>
    /// <param name="Withdrawn">When and why, of an article that readers may not see any more: then its history says nothing of its texts.</param>
    public sealed record Subject(long Id, string Path, string Headline, string Language, (DateTime At, string Reason)? Withdrawn);

    public sealed record Removal(string Reason, Moment At);

    /// <param name="Label">Why there is this version: "First version", "Update".</param>
    /// <param name="ShortHash">Its beginning, to be compared by eye.</param>
    /// <param name="ChangesUrl">What changed since the one before; null where that cannot be told.</param>
    public sealed record Entry(int Number, string Label, Moment When, string? Note, IReadOnlyList<NoticeView> Notices, string Hash, string ShortHash, Removal? Removed, string? ChangesUrl);

    /// <param name="Entries">The newest first.</param>
    /// <param name="Numbers">Of those that can be compared, the oldest first.</param>
    public sealed record View(
        string Headline, string Url, string Language, string Direction, Removal? Withdrawn, IReadOnlyList<Entry> Entries, IReadOnlyList<int> Numbers, Comparison? Changes, string LogUrl);

    public static string Address(string url, int from) => $"{url}?history&from={from}";

    public async Task<IResult> PageAsync(Subject subject, HttpContext http, CancellationToken stop)
    {
        var editions = await Version.AllAsync(subject.Id, room, stop);
        var language = site.Languages.In(subject.Language);
        var url = Links.Encoded(subject.Path);
        List<int> numbers = subject.Withdrawn is null ? [.. editions.Where(e => e.Removed is null).Select(e => e.Number)] : [];
        if (Pair(http.Request.Query, numbers) is not { } pair) return Results.NotFound();
        var changes = numbers.Count < 2 ? null : await CompareAsync(subject.Id, pair.From, pair.To, language, stop);
        var view = new View(
            subject.Headline, url, subject.Language, language.Direction, subject.Withdrawn is { } gone ? new(gone.Reason, language.Moment(gone.At)) : null,
            [.. editions.Select(e => EntryOf(e, numbers, url, language)).Reverse()], numbers, changes, ShowRevisionLog.Path);
        var head = new PageHead("history", site.Titled(language.Say("history_title", subject.Headline)), language) { Noindex = true, SectionSlug = subject.Path.Split('/')[1] };
        return Pages.Show("history", head, view);
    }

    // The last change, unless two versions are asked for; from one on, it is up to what readers see now. Null: there are no such two.
    private static (int From, int To)? Pair(IQueryCollection asked, List<int> numbers)
    {
        if (!asked.ContainsKey("from") && !asked.ContainsKey("to")) return numbers.Count < 2 ? (0, 0) : (numbers[^2], numbers[^1]);
        if (numbers.Count < 2) return null;
        var to = asked.ContainsKey("to") ? NumberIn(asked["to"]) : numbers[^1];
        var from = asked.ContainsKey("from") ? NumberIn(asked["from"]) : numbers.TakeWhile(n => n < to).LastOrDefault();
        return numbers.Contains(from) && numbers.Contains(to) ? (Math.Min(from, to), Math.Max(from, to)) : null;
    }

    private static int NumberIn(string? text) => int.TryParse(text, out var number) ? number : 0;

    private async Task<Comparison?> CompareAsync(long articleId, int from, int to, Language language, CancellationToken stop)
    {
        var sections = await SectionTree.OfAsync(room, stop);
        var versions = await Version.PairAsync(articleId, from, to, room, stop);
        return versions.Count == 0 ? null : Comparison.Of(versions[0], versions[^1], sections, language);
    }

    private static Entry EntryOf(Edition edition, List<int> numbers, string url, Language language)
    {
        var at = numbers.IndexOf(edition.Number);
        return new(
            edition.Number, LabelOf(edition.Kind, language), language.Moment(edition.MadeAt), edition.Note, [.. edition.Notices.Select(n => NoticeView.Of(n, language))],
            edition.Hash, edition.Hash[..12], edition.Removed is { } removed ? new(removed.Reason, language.Moment(removed.At)) : null,
            at > 0 ? $"{url}?history&from={numbers[at - 1]}&to={edition.Number}#changes" : null);
    }

    private static string LabelOf(EditKind kind, Language language) => language.Say(kind switch
    {
        EditKind.First => "edit_first",
        EditKind.Notice => "edit_notice",
        EditKind.Material => "edit_material",
        _ => "edit_minor",
    });
}
