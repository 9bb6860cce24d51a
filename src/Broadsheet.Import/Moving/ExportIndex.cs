
namespace Broadsheet.Import.Moving;

/// <summary>What has to be known of an export before its posts are brought over, because parents come after children and pictures after posts. Holds no content but that of reusable blocks.</summary>
internal sealed class ExportIndex
{
    /// <param name="Path">Of its own page, decoded, with its query; null when it had none.</param>
    /// <param name="ParentId">The post that it was uploaded to; 0: none.</param>
    public sealed record Attachment(string Url, string Alt, string Caption, string? Path, long ParentId);

    private readonly Dictionary<long, List<long>> attached = [];
    private readonly HashSet<long> numbers = [];

    public OldSite Site { get; } = new();

    /// <summary>As the site said it ("fr-FR"); empty when it did not.</summary>
    public string Language { get; private set; } = "";

    public Dictionary<string, Author> Authors { get; } = new(StringComparer.OrdinalIgnoreCase);
    public Dictionary<string, Term> Categories { get; } = [];
    public Dictionary<string, Term> Tags { get; } = [];
    public Dictionary<long, Attachment> Attachments { get; } = [];
    public Dictionary<long, string> Reusable { get; } = [];

    /// <summary>The old paths of what was public, decoded: no section may take one.</summary>
    public HashSet<string> Paths { get; } = [];

    public int Items { get; private set; }

    public IEnumerable<long> AttachedTo(long item) => attached.GetValueOrDefault(item) ?? [];

    /// <summary>Reads all files once.</summary>
    public static ExportIndex Of(ReadExport read, IEnumerable<string> files, string? site, MoveReport report)
    {
        var index = new ExportIndex();
        if (site is not null) index.Site.Has(site);
        foreach (var file in files)
            foreach (var entry in read(file, report.Fault)) index.Note(entry, report);
        return index;
    }

    private void Note(Entry entry, MoveReport report)
    {
        switch (entry)
        {
            case ChannelField { Name: "wp:base_blog_url" or "wp:base_site_url" or "link" } address: Site.Has(address.Text); break;
            case ChannelField { Name: "language" } language when Language.Length == 0: Language = language.Text; break;
            case Author author: Authors.TryAdd(author.Login, author); break;
            case Term { Taxonomy: "category" } category: Categories.TryAdd(category.Slug, category); break;
            case Term { Taxonomy: "post_tag" } tag: Tags.TryAdd(tag.Slug, tag); break;
            case Item item: Note(item, report); break;
        }
    }

    private void Note(Item item, MoveReport report)
    {
        Items++;
        if (item is { Id: > 0, Type: "post" or "page" } && !numbers.Add(item.Id)) report.Fault(item.At, $"{item}: its number is another one's too");
        if (item.Type == "attachment")
        {
            Attachments.TryAdd(item.Id, new(item.AttachmentUrl.Length > 0 ? item.AttachmentUrl : item.Guid, item.MetaOf("_wp_attachment_image_alt") ?? "", Domain.Text.PlainText.Of(item.Excerpt), Site.PathOf(item.Link), item.ParentId));
            if (item.ParentId > 0) (attached.TryGetValue(item.ParentId, out var list) ? list : attached[item.ParentId] = []).Add(item.Id);
        }
        if (item.Type == "wp_block") Reusable.TryAdd(item.Id, item.Content);
        if (item.IsPublic && Site.PathOf(item.Link) is { } path && !path.Contains('?')) Paths.Add(path);
    }
}
