using System.Net;
using Broadsheet.Web.Layout;
using Broadsheet.Web.Layout.Languages;

namespace Broadsheet.Web.Features.History;

/// <summary>What sets one version of an article apart from another, for readers.</summary>
/// <param name="Cut">How many changed paragraphs are too many to show.</param>
/// <param name="SameWords">Nothing that is compared here is different.</param>
public sealed record Comparison(int From, int To, IReadOnlyList<Comparison.Field> Fields, IReadOnlyList<Paragraph> Text, int Cut, bool SameWords)
{
    /// <param name="Name">In the page's language.</param>
    public sealed record Field(string Name, IReadOnlyList<Run> Runs);

    public static Comparison Of(Version before, Version after, SectionTree sections, Language language)
    {
        var budget = 4_000_000L;
        List<Field> fields = [];
        foreach (var (name, value) in Compared(sections, language))
            if ((value(before) ?? "", value(after) ?? "") is var (old, now) && old != now) fields.Add(new(language.Say(name), WordDiff.Of(old, now, ref budget)));
        var text = before.Body == after.Body ? new([], 0) : TextDiff.Of(before.Text, after.Text);
        var isSame = text.Paragraphs.All(p => p.Unchanged > 0) && text.Cut == 0;
        return new(before.Number, after.Number, fields, isSame ? [] : text.Paragraphs, text.Cut, isSame && fields.Count == 0);
    }

    /// <summary>In the order of the page.</summary>
    private static (string Name, Func<Version, string?> Value)[] Compared(SectionTree sections, Language language) =>
    [
        ("field_section", v => sections.NameOf(v.SectionId)),
        ("field_kicker", v => v.Kicker),
        ("field_headline", v => v.Headline),
        ("field_standfirst", v => v.Standfirst),
        ("field_credits", v => string.Join(language.Say("list_comma"), v.Credits.Select(c => c.Name))),
        ("field_dateline", v => v.Dateline),
        ("field_picture", v => v.Picture is { } p ? $"{p.Caption} {p.Credit} [{p.PictureId}: {p.Alt}]".Trim() : null),
        ("field_topics", v => string.Join(language.Say("list_comma"), v.Topics.Select(t => t.Name))),
        ("field_links", v => WebUtility.HtmlDecode(v.Links)),
        ("field_pictures", v => WebUtility.HtmlDecode(v.Pictures)),
        ("corrections_title", v => string.Join('\n', v.Corrections.Select(c => c.Text))),
    ];
}
