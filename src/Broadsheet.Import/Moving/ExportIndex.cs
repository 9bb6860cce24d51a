using System.Globalization;
using System.Text.Json;
using Broadsheet.Data.Moving;
using Broadsheet.Domain.Text;

namespace Broadsheet.Import.Moving;

/// <summary>
/// What has to be known of an export before its posts are brought over, because parents come after children and pictures after posts.
/// Names are in memory; what grows with the number of posts is in a <see cref="Notebook"/>. Holds no content but that of reusable blocks and of corrections.
/// </summary>
internal sealed class ExportIndex : IDisposable
{
    /// <param name="Path">Of its own page, decoded, with its query; null when it had none.</param>
    /// <param name="ParentId">The post that it was uploaded to; 0: none.</param>
    public sealed record Attachment(string Url, string Alt, string Caption, string? Path, long ParentId);

    private readonly Notebook notes = new();

    public OldSite Site { get; } = new();

    /// <summary>As the site said it ("fr-FR"); empty when it did not.</summary>
    public string Language { get; private set; } = "";

    /// <summary>UTC; null when the export does not say when it was made.</summary>
    public DateTime? ExportedAt { get; private set; }

    public Dictionary<string, Author> Authors { get; } = new(StringComparer.OrdinalIgnoreCase);
    public Dictionary<string, Term> Categories { get; } = [];
    public Dictionary<string, Term> Tags { get; } = [];

    public Corrections Corrections { get; } = new();
    public GuestAuthors Guests { get; } = new();
    public Taxonomies Taxonomies { get; } = new();

    public int Items { get; private set; }

    /// <summary>The highest number that a thing of the export has, and that a comment has.</summary>
    public long HighestItem { get; private set; }
    public long HighestComment { get; private set; }

    /// <summary>Reads all files once.</summary>
    public static ExportIndex Of(ReadExport read, IEnumerable<string> files, string? site, MoveReport report, Action<int> found)
    {
        var index = new ExportIndex();
        if (site is not null) index.Site.MayHave(site);
        foreach (var file in files)
            foreach (var entry in read(file, report.Fault))
            {
                index.Note(entry, report);
                found(index.Items);
            }
        index.LookForParents(report);
        return index;
    }

    public Attachment? AttachmentOf(long id) => notes.Read("attachment", id) is { } text ? Attached(text) : null;

    /// <summary>By number.</summary>
    public IEnumerable<(long Id, Attachment Attachment)> Attachments() => notes.All("attachment").Select(note => (note.Key, Attached(note.Text)));

    /// <summary>The attachments that were uploaded to a post.</summary>
    public List<long> AttachedTo(long item) => notes.Parts("attachment", item);

    /// <summary>The content of a reusable block; null when there is none of that number.</summary>
    public string? Reusable(long id) => notes.Read("wp_block", id);

    /// <summary>Whether something that was public had this path (decoded): no section may take it.</summary>
    public bool HasPath(string path) => notes.Read("path", Keys.Of(path)) is not null;

    /// <summary>Whether there is anything of that number.</summary>
    public bool Holds(long number) => notes.Read("item", number) is not null;

    /// <summary>Whose a number is: of the first who asks for it.</summary>
    /// <param name="kind">"piece", "comment".</param>
    /// <returns>Null for the first; else what the first said who it is.</returns>
    public string? OwnerOf(string kind, long number, string who) => notes.TryAdd(kind, number, who) ? null : notes.Read(kind, number);

    public void Dispose() => notes.Dispose();

    private void Note(Entry entry, MoveReport report)
    {
        switch (entry)
        {
            case ChannelField { Name: "wp:base_blog_url" or "wp:base_site_url" or "link" } address: Site.Has(address.Text); break;
            case ChannelField { Name: "pubDate" } made: ExportedAt ??= DateTime.TryParse(made.Text, CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal | DateTimeStyles.AdjustToUniversal, out var at) ? at : null; break;
            case ChannelField { Name: "language" } language when Language.Length == 0: Language = language.Text; break;
            case Author author: Authors.TryAdd(author.Login, author); break;
            case Term { Taxonomy: "category" } category: Categories.TryAdd(category.Slug, category); break;
            case Term { Taxonomy: "post_tag" } tag: Tags.TryAdd(tag.Slug, tag); break;
            case Term other: Taxonomies.Note(other, report); break;
            case Item item: Note(item, report); break;
        }
    }

    private void Note(Item item, MoveReport report)
    {
        Items++;
        HighestItem = Math.Max(HighestItem, item.Id);
        foreach (var comment in item.Comments.Where(c => c.HasOwnNumber)) HighestComment = Math.Max(HighestComment, comment.Id);
        notes.TryAdd("item", item.Id, "");
        Corrections.Note(item, Site);
        Guests.Note(item);
        if (item.Type == "attachment") NoteAttachment(item);
        // One that is not public shows nothing where it stands.
        if (item is { Type: "wp_block", IsPublic: true }) notes.TryAdd("wp_block", item.Id, item.Content);
        var path = item.IsPublic && Site.PathOf(item.Link) is { } link && !link.Contains('?') ? link : null;
        if (item.Type is "post" or "page") NotePiece(item, path, report);
        else if (path is not null) notes.TryAdd("path", Keys.Of(path), "");
    }

    private void NotePiece(Item item, string? path, MoveReport report)
    {
        var who = item.Who;
        if (item.Id > 0 && IsAnothers("number", item.Id, who)) report.Fault(item.At, $"{item}: its number is another one's too");
        if (item.Guid.Length > 0 && IsAnothers("guid", Keys.Of(item.Guid), who)) report.Fault(item.At, $"{item}: its GUID is another one's too");
        if (path is not null && IsAnothers("path", Keys.Of(path), who)) report.Fault(item.At, $"{item}: its address is another one's too");
        if (item.ParentId > 0) notes.TryAdd("child", item.Id, JsonSerializer.Serialize(new Child(item.At, item.ToString(), item.ParentId)));
    }

    private bool IsAnothers(string kind, long key, string who) => OwnerOf(kind, key, who) is { } first && first != who;

    // When all files have been read: a parent may come after its children.
    private void LookForParents(MoveReport report)
    {
        foreach (var (_, text) in notes.All("child"))
            if (JsonSerializer.Deserialize<Child>(text)! is var child && !Holds(child.ParentId)) report.Remark(child.At, $"{child.Who}: its parent {child.ParentId} is not in the export");
    }

    private sealed record Child(Place At, string Who, long ParentId);

    private void NoteAttachment(Item item)
    {
        var attachment = new Attachment(item.AttachmentUrl.Length > 0 ? item.AttachmentUrl : item.Guid, item.MetaOf("_wp_attachment_image_alt") ?? "", PlainText.Of(item.Excerpt), Site.PathOf(item.Link), item.ParentId);
        notes.TryAdd("attachment", item.Id, JsonSerializer.Serialize(attachment));
        if (item.ParentId > 0) notes.Link("attachment", item.ParentId, item.Id);
    }

    private static Attachment Attached(string text) => JsonSerializer.Deserialize<Attachment>(text)!;
}
