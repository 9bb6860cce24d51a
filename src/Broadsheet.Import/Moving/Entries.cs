namespace Broadsheet.Import.Moving;

/// <summary>Reads a file of an export entry by entry, so that no more than one is in memory.</summary>
/// <param name="tell">Gets each fault as it is met.</param>
/// <exception cref="NotAnExport"/>
/// <exception cref="IOException"/>
public delegate IEnumerable<Entry> ReadExport(string file, Action<Place, string> tell);

/// <summary>One thing of an export, in the order of the file. The words are those of WordPress, which most papers come from.</summary>
/// <param name="At">Where it begins.</param>
public abstract record Entry(Place At);

/// <param name="Line">From 1.</param>
public sealed record Place(string File, int Line)
{
    public override string ToString() => $"{File}:{Line}";
}

/// <summary>A field of the channel: its title, its language, the site's address.</summary>
/// <param name="Name">As written: "title", "language", "wp:base_blog_url".</param>
public sealed record ChannelField(Place At, string Name, string Text) : Entry(At);

/// <param name="Login">What posts name as their creator.</param>
public sealed record Author(Place At, long Id, string Login, string DisplayName) : Entry(At);

/// <summary>A category, a tag, or a term of another kind.</summary>
/// <param name="Taxonomy">"category", "post_tag", "nav_menu", …</param>
/// <param name="Parent">The slug of the category around it; empty: none.</param>
public sealed record Term(Place At, long Id, string Taxonomy, string Slug, string Parent, string Name, string Description) : Entry(At);

/// <summary>A post, a page, an attachment, or a thing of another kind.</summary>
/// <param name="Id">0: it has none.</param>
/// <param name="Link">Its address at the time of the export; of what was not public, one with a query.</param>
/// <param name="PublishedAt">UTC; null when it has no sound date.</param>
/// <param name="Slug">Decoded; may be empty.</param>
/// <param name="Marks">The categories, tags and other terms that it carries, in the order of the file.</param>
/// <param name="Meta">Custom fields; a key may come several times.</param>
public sealed record Item(
    Place At, long Id, string Type, string Status, string Title, string Link, string Guid, string Creator, DateTime? PublishedAt, string Slug, long ParentId, string Password, bool Sticky,
    bool CommentsOpen, string Content, string Excerpt, string AttachmentUrl, IReadOnlyList<Mark> Marks, IReadOnlyList<Meta> Meta, IReadOnlyList<ExportComment> Comments) : Entry(At)
{
    /// <summary>The content is HTML as it was shown: no blocks, no shortcodes, no bare paragraphs.</summary>
    public bool IsHtml { get; init; }

    /// <summary>UTC; null when the export does not say it.</summary>
    public DateTime? ChangedAt { get; init; }

    /// <summary>The first of the key; null when there is none.</summary>
    public string? MetaOf(string key) => Meta.FirstOrDefault(m => m.Key == key)?.Value;

    /// <summary>What readers of the old site could see.</summary>
    public bool IsPublic => Status == "publish" && Password.Length == 0 && MetaOf("_jetpack_newsletter_access") is (null or "" or "everybody");

    /// <summary>By what two that came with one number are told apart.</summary>
    public string Who => $"{Keys.Of(Guid + Link + Title)}";

    /// <summary>As a report names it.</summary>
    public override string ToString() => $"{Type} {Id} \"{(Title.Length > LongestShown ? Title[..LongestShown] + "…" : Title)}\"";

    private const int LongestShown = 80;
}

/// <param name="Taxonomy">"category", "post_tag", "author" (Co-Authors Plus), …</param>
public sealed record Mark(string Taxonomy, string Slug, string Name);

public sealed record Meta(string Key, string Value);

/// <param name="ParentId">0: it answers the post.</param>
/// <param name="Approved">"1", "0", "spam", "trash", "post-trashed".</param>
/// <param name="Type">Empty or "comment" when a reader wrote it; "pingback", "trackback", "note", …</param>
public sealed record ExportComment(long Id, long ParentId, string Author, string Email, string Website, DateTime? PostedAt, string Content, string Approved, string Type)
{
    public bool IsByReader => Type is "" or "comment";

    /// <summary>Whether its number is its own; false of a second one with the number of another.</summary>
    public bool HasOwnNumber { get; init; } = true;
}
