using Broadsheet.Web.Layout.Languages;

namespace Broadsheet.Web.Layout;

// What several pages draw. Addresses are percent-encoded and relative to the site; null = there is none.

public sealed record LinkView(string Name, string Url);

public sealed record SectionView(long Id, string Name, string Slug, string Url, IReadOnlyList<SectionView> Children);

/// <param name="FocusClass">Which part stays in view when the picture is cropped: a class of the theme's CSS such as "focus-top-left"; "focus" is the middle.</param>
public sealed record PictureView(string Src, string Srcset, int Width, int Height, string Alt, string? Caption, string? Credit, string Focus, string FocusClass, string SocialUrl);

public sealed record BylineView(string Name, string? Url, string? Role = null);

/// <summary>An article in a list.</summary>
/// <param name="PublishedToday">Such a card shows the time: the page that asks for it holds until the day ends.</param>
/// <param name="SameLanguage">False when the headline is in another language than the page around it.</param>
public sealed record CardView(
    long Id, string Headline, string Url, string? Kicker, string? Standfirst, SectionView Section, IReadOnlyList<BylineView> Bylines,
    Moment Published, bool PublishedToday, Moment? Updated, bool UpdatedToday, PictureView? Picture, int Replies, string Language, string Direction, bool SameLanguage);

public sealed record PagesView(int Number, string? PrevUrl, string? NextUrl);

public sealed record FeedView(string Title, string Url);
