using System.Text.RegularExpressions;
using Broadsheet.Domain.Articles;
using Broadsheet.Domain.Sections;
using Broadsheet.Domain.Text;
using Broadsheet.Import.Pictures;
using Broadsheet.Import.Bodies;
using Broadsheet.Import.WordPress.Texts;

namespace Broadsheet.Import.Moving;

/// <summary>Makes a post into copy: names into rows, content into the paper's HTML. For several threads, but for what waits.</summary>
internal sealed partial class CopyDesk(ExportIndex index, NameDesk names, OldPictures pictures, MoveReport report, string language)
{
    /// <summary>The pictures that the post shows, by their old addresses.</summary>
    public IEnumerable<string> PicturesOf(Item item)
    {
        var content = WithBlocks(item.Content, 0);
        foreach (Match source in Sources().Matches(content)) yield return source.Groups[1].Value;
        if (LeadOf(item) is { } lead) yield return lead.Url;
        foreach (Match id in Galleries().Matches(content).SelectMany(g => Numbers().Matches(g.Value)))
            if (index.AttachmentOf(long.Parse(id.Value)) is { } attachment) yield return attachment.Url;
        if (content.Contains("[gallery", StringComparison.OrdinalIgnoreCase))
            foreach (var id in index.AttachedTo(item.Id)) yield return index.AttachmentOf(id)!.Url;
    }

    private string WithBlocks(string content, int nested) =>
        nested < Blocks.MostNested && content.Contains("<!-- wp:block", StringComparison.Ordinal) ? content + string.Concat(Blocks.ReferencesIn(content).Distinct().Select(index.Reusable).OfType<string>().Select(block => WithBlocks(block, nested + 1))) : content;

    /// <summary>Makes rows of what the post names. To be used while holding the write lock, and before <see cref="Copy"/>.</summary>
    public async Task EnterNamesAsync(Item item)
    {
        var (section, others) = SectionOf(item);
        await names.SectionAsync(section.Slug, section.Name);
        foreach (var topic in TopicsOf(item, others)) await names.TopicAsync(SlugOf(topic), topic.Name);
        foreach (var term in TermsOf(item)) await names.TermAsync(term);
        foreach (var (login, shown) in AuthorsOf(item)) await names.CreditAsync(login, shown);
    }

    public Copy Copy(Item item)
    {
        var (section, others) = SectionOf(item);
        return new Copy(
            HeadlineOf(item), BodyOf(item), language, names.Section(section.Slug).Id, Standfirst: PlainText.Of(item.Excerpt) is { Length: > 0 } excerpt ? excerpt : null,
            Credits: [.. AuthorsOf(item).Select(a => names.Credit(a.Login)).DistinctBy(c => c.Slug)], Topics: [.. TopicsOf(item, others).Concat(TermsOf(item)).Select(t => names.Topic(SlugOf(t))).DistinctBy(t => t.Slug)],
            Picture: Lead(item), Head: HeadOf(item)) { Brought = true };
    }

    public IReadOnlyList<Correction> NoticesOf(Item item) => index.Corrections.Of(item);

    private static readonly Mark Pages = new("category", "pages", "Pages"), News = new("category", "news", "News");

    /// <summary>The section that the piece stands in, and the categories that become topics because a piece stands in one section.</summary>
    private (Mark Section, IEnumerable<Mark> Others) SectionOf(Item item)
    {
        var categories = item.Marks.Where(m => m.Taxonomy == "category" && m.Slug.Length > 0).ToList();
        if (categories.Count == 0) return (item.Type == "page" ? Pages : News, []);
        var wanted = item.MetaOf("_yoast_wpseo_primary_category") ?? item.MetaOf("rank_math_primary_category");
        var primary = categories.FirstOrDefault(c => index.Categories.GetValueOrDefault(c.Slug) is { Id: > 0 } term && $"{term.Id}" == wanted) ?? categories[0];
        return (primary, categories.Where(c => c != primary && !IsAround(c.Slug, primary.Slug)));
    }

    private static IEnumerable<Mark> TopicsOf(Item item, IEnumerable<Mark> others) => item.Marks.Where(m => m.Taxonomy == "post_tag").Concat(others);

    private static IEnumerable<Mark> TermsOf(Item item) => item.Marks.Where(m => m.Slug.Length > 0 && Taxonomies.IsShown(m.Taxonomy));

    private static string SlugOf(Mark topic) => topic.Slug.Length > 0 ? topic.Slug : topic.Name;

    // Co-Authors Plus names them all; else it is who made the post.
    private List<(string Login, string? Shown)> AuthorsOf(Item item)
    {
        List<(string, string?)> authors = [.. item.Marks.Where(m => m.Taxonomy == "author").Select(a => (index.Authors.ContainsKey(a.Name) ? a.Name : GuestAuthors.LoginOf(a.Slug), a.Name.Contains(' ') ? a.Name : null))];
        return authors.Count > 0 || item.Creator.Length == 0 ? authors : [(item.Creator, null)];
    }

    // An article of a section stands in those around it too.
    private bool IsAround(string outer, string inner)
    {
        for (var (at, steps) = (inner, 0); index.Categories.GetValueOrDefault(at) is { Parent.Length: > 0 } category && steps < 20; at = category.Parent, steps++)
            if (category.Parent == outer) return true;
        return false;
    }

    // A post without a title is known by its first words, or by its day.
    private static string HeadlineOf(Item item) =>
        item.Title.Length > 0 ? item.Title : PlainText.Shorten(PlainText.Of(item.Excerpt.Length > 0 ? item.Excerpt : Markup().Replace(item.Content, " ")).ReplaceLineEndings(" "), 80) is { Length: > 0 } words ? words
            : item.PublishedAt is { } day ? $"{day:yyyy-MM-dd}" : $"{item.Id}";

    private string BodyOf(Item item)
    {
        if (item.IsHtml) return new OldBody(index.Site.Here, Print).Set(item.Content);
        var content = Breaks().Replace(item.Content, "\n\n");
        var codes = new Shortcodes(id => index.AttachmentOf(id)?.Url, () => index.AttachedTo(item.Id), report.Unknown);
        var html = Blocks.Has(content) ? codes.Replaced(new Blocks(index.Reusable).Html(content, item.MetaOf("footnotes"))) : Paragraphs.Of(codes.Replaced(content));
        return new OldBody(index.Site.Here, Print).Set(html);
    }

    private string? Print(string address, string alt) => pictures.Known(address) is { Id: > 0 } picture ? PictureMarkup.Image(picture, alt) : null;

    private ExportIndex.Attachment? LeadOf(Item item) =>
        item.MetaOf("feature_image") is { } address ? new(address, item.MetaOf("feature_image_alt") ?? "", PlainText.Of(item.MetaOf("feature_image_caption") ?? ""), null, 0)
            : long.TryParse(item.MetaOf("_thumbnail_id"), out var id) ? index.AttachmentOf(id) : null;

    private LeadPicture? Lead(Item item) =>
        LeadOf(item) is { } lead && pictures.Known(lead.Url) is { Id: > 0 } picture ? new LeadPicture(picture.Id, lead.Alt, lead.Caption.Length > 0 ? lead.Caption : null, null) : null;

    private static HeadTexts HeadOf(Item item) => new(
        Said(item, "_yoast_wpseo_title", "rank_math_title", "meta_title"), Said(item, "_yoast_wpseo_metadesc", "rank_math_description", "meta_description"),
        Said(item, "_yoast_wpseo_opengraph-title", "rank_math_facebook_title", "og_title"), Said(item, "_yoast_wpseo_opengraph-description", "rank_math_facebook_description", "og_description"));

    // A pattern ("%%title%% %%sep%% %%sitename%%") says nothing that the paper would not say.
    private static string? Said(Item item, params string[] keys) => keys.Select(item.MetaOf).FirstOrDefault(text => !string.IsNullOrWhiteSpace(text) && !Patterns().IsMatch(text))?.Trim();

    // Yoast's and Rank Math's.
    [GeneratedRegex(@"%%[a-z_]+%%|%[a-z_]+(?:\([^)%]*\))?%", RegexOptions.IgnoreCase)]
    private static partial Regex Patterns();

    [GeneratedRegex("""<img\b[^>]*?\bsrc\s*=\s*["']([^"']+)["']""", RegexOptions.IgnoreCase)]
    private static partial Regex Sources();

    [GeneratedRegex(@"\[(?:gallery|playlist)\b[^\]]*\]", RegexOptions.IgnoreCase)]
    private static partial Regex Galleries();

    [GeneratedRegex("[0-9]{1,18}")]
    private static partial Regex Numbers();

    [GeneratedRegex(@"<!--(?:more|nextpage|noteaser)\b.*?-->", RegexOptions.IgnoreCase | RegexOptions.Singleline)]
    private static partial Regex Breaks();

    [GeneratedRegex(@"<!--.*?-->|\[/?[A-Za-z][^\]]*\]", RegexOptions.Singleline)]
    private static partial Regex Markup();
}
