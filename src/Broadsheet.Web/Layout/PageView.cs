namespace Broadsheet.Web.Layout;

/// <summary>A <see cref="PageHead"/> as the templates see it.</summary>
public sealed class PageView(PageHead head, Site site)
{
    public string Kind => head.Kind;
    public string Title => head.Title;
    public string? Description => head.Description;
    public string? Canonical => head.Path is null ? null : site.Absolute(head.Path);
    public string Language => head.Language.Tag;
    public string Direction => head.Language.Direction;
    public string Locale => head.Language.Locale;
    public IReadOnlyList<FeedView> Feeds => head.Feeds;
    public string? PrevUrl => head.PrevUrl;
    public string? NextUrl => head.NextUrl;
    public bool Noindex => head.Noindex;
    public bool Proof => head.Proof;
    public string? SectionSlug => head.SectionSlug;
    public string Type => head.Type;
    public string SocialTitle => head.SocialTitle ?? head.Title;
    public string? SocialDescription => head.SocialDescription ?? head.Description;
    public string ImageUrl => site.Absolute(head.Picture?.SocialUrl ?? "/theme/social.jpg");
    public int ImageWidth => 1200;
    public int ImageHeight => 630;
    public string ImageAlt => head.Picture?.Alt ?? site.Name;
    public string? PublishedIso => head.PublishedIso;
    public string? Revision => head.Revision;
    public string? ModifiedIso => head.ModifiedIso;
    public IReadOnlyList<string> JsonLd => head.JsonLd;
}
