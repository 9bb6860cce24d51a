using System.Text.RegularExpressions;
using Broadsheet.Domain.Articles;
using Broadsheet.Domain.Sections;
using Broadsheet.Domain.Text;
using Broadsheet.Import.Pictures;
using Broadsheet.Import.Bodies;
using Broadsheet.Import.WordPress.Texts;

namespace Broadsheet.Import.Moving;

/// <summary>Makes a post into copy: names into rows, content into the paper's HTML.</summary>
internal sealed partial class CopyDesk(ExportIndex index, NameDesk names, OldPictures pictures, MoveReport report, string language)
{
    /// <summary>The pictures that the post shows, by their old addresses.</summary>
    public IEnumerable<string> PicturesOf(Item item)
    {
        foreach (Match source in Sources().Matches(item.Content)) yield return source.Groups[1].Value;
        if (LeadOf(item) is { } lead) yield return lead.Url;
        foreach (Match id in Galleries().Matches(item.Content).SelectMany(g => Numbers().Matches(g.Value)))
            if (index.Attachments.GetValueOrDefault(long.Parse(id.Value)) is { } attachment) yield return attachment.Url;
        if (item.Content.Contains("[gallery", StringComparison.OrdinalIgnoreCase))
            foreach (var id in index.AttachedTo(item.Id)) yield return index.Attachments[id].Url;
    }

    public async Task<Copy> CopyAsync(Item item)
    {
        var (section, others) = await SectionAsync(item);
        List<TopicMark> topics = [];
        foreach (var mark in item.Marks.Where(m => m.Taxonomy == "post_tag").Concat(others)) topics.Add(await names.TopicAsync(mark.Slug.Length > 0 ? mark.Slug : mark.Name, mark.Name));
        return new Copy(
            HeadlineOf(item), BodyOf(item), language, section.Id, Standfirst: PlainText.Of(item.Excerpt) is { Length: > 0 } excerpt ? excerpt : null,
            Credits: await CreditsAsync(item), Topics: topics.DistinctBy(t => t.Slug).ToList(), Picture: Lead(item), Head: HeadOf(item)) { Brought = true };
    }

    /// <summary>The section that the piece stands in, and the categories that become topics because a piece stands in one section.</summary>
    private async Task<(Section Section, IEnumerable<Mark> Others)> SectionAsync(Item item)
    {
        var categories = item.Marks.Where(m => m.Taxonomy == "category" && m.Slug.Length > 0).ToList();
        if (categories.Count == 0) return (item.Type == "page" ? await names.SectionAsync("pages", "Pages") : await names.SectionAsync("news", "News"), []);
        var primary = categories.FirstOrDefault(c => index.Categories.GetValueOrDefault(c.Slug) is { Id: > 0 } term && $"{term.Id}" == (item.MetaOf("_yoast_wpseo_primary_category") ?? item.MetaOf("rank_math_primary_category"))) ?? categories[0];
        return (await names.SectionAsync(primary.Slug, primary.Name), categories.Where(c => c != primary && !IsAround(c.Slug, primary.Slug)));
    }

    // An article of a section stands in those around it too.
    private bool IsAround(string outer, string inner)
    {
        for (var (at, steps) = (inner, 0); index.Categories.GetValueOrDefault(at) is { Parent.Length: > 0 } category && steps < 20; at = category.Parent, steps++)
            if (category.Parent == outer) return true;
        return false;
    }

    private async Task<List<Credit>> CreditsAsync(Item item)
    {
        List<Credit> credits = [];
        foreach (var author in item.Marks.Where(m => m.Taxonomy == "author"))
            credits.Add(await names.CreditAsync(author.Slug.StartsWith("cap-", StringComparison.Ordinal) ? author.Slug[4..] : author.Slug, author.Name.Contains(' ') ? author.Name : null));
        if (credits.Count == 0 && item.Creator.Length > 0) credits.Add(await names.CreditAsync(item.Creator));
        return [.. credits.DistinctBy(c => c.Slug)];
    }

    // A post without a title is known by its first words, or by its day.
    private static string HeadlineOf(Item item) =>
        item.Title.Length > 0 ? item.Title : PlainText.Shorten(PlainText.Of(item.Excerpt.Length > 0 ? item.Excerpt : Markup().Replace(item.Content, " ")).ReplaceLineEndings(" "), 80) is { Length: > 0 } words ? words
            : item.PublishedAt is { } day ? $"{day:yyyy-MM-dd}" : $"{item.Id}";

    private string BodyOf(Item item)
    {
        if (item.IsHtml) return new OldBody(index.Site.Here, Print).Set(item.Content);
        var content = Breaks().Replace(item.Content, "\n\n");
        var codes = new Shortcodes(id => index.Attachments.GetValueOrDefault(id)?.Url, () => index.AttachedTo(item.Id), report.Unknown);
        var html = Blocks.Has(content) ? codes.Replaced(new Blocks(index.Reusable.GetValueOrDefault).Html(content, item.MetaOf("footnotes"))) : Paragraphs.Of(codes.Replaced(content));
        return new OldBody(index.Site.Here, Print).Set(html);
    }

    private string? Print(string address, string alt) => pictures.Known(address) is { Id: > 0 } picture ? PictureMarkup.Image(picture, alt) : null;

    private ExportIndex.Attachment? LeadOf(Item item) =>
        item.MetaOf("feature_image") is { } address ? new(address, item.MetaOf("feature_image_alt") ?? "", PlainText.Of(item.MetaOf("feature_image_caption") ?? ""), null, 0)
            : long.TryParse(item.MetaOf("_thumbnail_id"), out var id) ? index.Attachments.GetValueOrDefault(id) : null;

    private LeadPicture? Lead(Item item) =>
        LeadOf(item) is { } lead && pictures.Known(lead.Url) is { Id: > 0 } picture ? new LeadPicture(picture.Id, lead.Alt, lead.Caption.Length > 0 ? lead.Caption : null, null) : null;

    private static HeadTexts HeadOf(Item item) => new(
        Said(item, "_yoast_wpseo_title", "rank_math_title", "meta_title"), Said(item, "_yoast_wpseo_metadesc", "rank_math_description", "meta_description"),
        Said(item, "_yoast_wpseo_opengraph-title", "rank_math_facebook_title", "og_title"), Said(item, "_yoast_wpseo_opengraph-description", "rank_math_facebook_description", "og_description"));

    // A pattern ("%%title%% %%sep%% %%sitename%%") says nothing that the paper would not say.
    private static string? Said(Item item, params string[] keys) => keys.Select(item.MetaOf).FirstOrDefault(text => !string.IsNullOrWhiteSpace(text) && !text.Contains('%'))?.Trim();

    [GeneratedRegex("""<img\b[^>]*?\bsrc\s*=\s*["']([^"']+)["']""", RegexOptions.IgnoreCase)]
    private static partial Regex Sources();

    [GeneratedRegex(@"\[(?:gallery|playlist)\b[^\]]*\]", RegexOptions.IgnoreCase)]
    private static partial Regex Galleries();

    [GeneratedRegex(@"\d{1,18}")]
    private static partial Regex Numbers();

    [GeneratedRegex(@"<!--(?:more|nextpage|noteaser)\b.*?-->", RegexOptions.IgnoreCase | RegexOptions.Singleline)]
    private static partial Regex Breaks();

    [GeneratedRegex(@"<!--.*?-->|\[/?[A-Za-z][^\]]*\]", RegexOptions.Singleline)]
    private static partial Regex Markup();
}
