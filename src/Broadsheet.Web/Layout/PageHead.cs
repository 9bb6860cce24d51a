using Broadsheet.Web.Layout.Languages;

namespace Broadsheet.Web.Layout;

/// <summary>What the head of a page says about it.</summary>
/// <param name="Kind">Which page it is, for the layout: front, article, section, search, error, …</param>
/// <param name="Title">Complete, with the paper's name where it belongs.</param>
/// <param name="Path">The page's own address, percent-encoded, without variants; null when it has none to be found by.</param>
public sealed record PageHead(string Kind, string Title, Language Language, string? Path = null)
{
    public string? Description { get; init; }
    public IReadOnlyList<FeedView> Feeds { get; init; } = [];
    public string? PrevUrl { get; init; }
    public string? NextUrl { get; init; }
    public bool Noindex { get; init; }

    /// <summary>Not what readers see: the layout says so.</summary>
    public bool Proof { get; init; }
    public string? SectionSlug { get; init; }
    public PictureView? Picture { get; init; }
    public string Type { get; init; } = "website";
    public string? SocialTitle { get; init; }
    public string? SocialDescription { get; init; }
    public string? PublishedIso { get; init; }

    /// <summary>Of an article: the place of what is shown in the paper's log, and its hash.</summary>
    public string? Revision { get; init; }
    public string? ModifiedIso { get; init; }
    public IReadOnlyList<string> JsonLd { get; init; } = [];
}
