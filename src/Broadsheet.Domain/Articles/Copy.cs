using Broadsheet.Domain.Text;

namespace Broadsheet.Domain.Articles;

/// <summary>A credited author as the reader saw it. <paramref name="Slug"/> leads to the author's page; null for a guest without one.</summary>
public sealed record Credit(string Name, string? Slug);

/// <summary>A topic as it was named on the day.</summary>
public sealed record TopicMark(string Name, string Slug);

/// <param name="Focus">The point to keep in view when cropped, in percent from the left and top ("50 30").</param>
public sealed record LeadPicture(long PictureId, string Alt, string? Caption, string? Credit, string Focus = "50 50");

/// <summary>Texts for search engines and shared links, where they differ from headline and standfirst; null = the same.</summary>
public sealed record HeadTexts(string? SearchTitle = null, string? SearchDescription = null, string? SocialTitle = null, string? SocialDescription = null);

/// <summary>Everything that an editor writes for one version of an article: what becomes a revision when it is published.</summary>
/// <param name="Body">Semantic HTML that has passed the sanitizer.</param>
/// <param name="Language">BCP 47, such as "en" or "hi".</param>
/// <param name="ReadAlso">The editor's own picks: ids of articles, best first.</param>
public sealed record Copy(
    string Headline, string Body, string Language, long SectionId,
    string? Kicker = null, string? Standfirst = null, string? Dateline = null, long? StoryId = null,
    IReadOnlyList<Credit>? Credits = null, IReadOnlyList<TopicMark>? Topics = null,
    LeadPicture? Picture = null, IReadOnlyList<long>? ReadAlso = null, HeadTexts? Head = null)
{
    public const int LongestHeadline = 300;

    /// <summary>Brought over from another engine, and kept as readers knew it there: it may be longer, or barer, than a new piece.</summary>
    public bool Brought { get; init; }

    /// <summary>What keeps this copy from being published; empty when nothing does.</summary>
    public List<Refusal> Faults()
    {
        List<Refusal> faults = [];
        if (Brought) return faults;
        if (string.IsNullOrWhiteSpace(Headline)) faults.Add(Refusal.Invalid("An article needs a headline.").At("headline"));
        if (Headline.Length > LongestHeadline) faults.Add(Refusal.Invalid("A headline has at most {0} characters.", LongestHeadline).At("headline"));
        if (PlainText.Of(Body).Length == 0) faults.Add(Refusal.Invalid("An article needs a body.").At("body"));
        if (Picture is { } picture && string.IsNullOrWhiteSpace(picture.Alt)) faults.Add(Refusal.Invalid("A picture needs a description (alt) for those who cannot see it.").At("picture.alt"));
        return faults;
    }
}
