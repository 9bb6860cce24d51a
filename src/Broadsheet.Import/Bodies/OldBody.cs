using System.Net;
using System.Text.RegularExpressions;
using AngleSharp.Dom;
using AngleSharp.Html.Parser;

namespace Broadsheet.Import.Bodies;

/// <summary>Sets the HTML of another engine as the body of an article: the paper's own HTML (docs/body.md), sanitized.</summary>
/// <param name="links">Makes an address of the old site one of the paper's; any other comes back as it is.</param>
/// <param name="print">Gives the img element for a picture's old address and its description; null when the picture did not come over.</param>
public sealed partial class OldBody(Func<string, string> links, Func<string, string, string?> print)
{
    private static readonly Dictionary<string, string> Renamed = new()
    {
        ["h1"] = "h2", ["h5"] = "h4", ["h6"] = "h4", ["b"] = "strong", ["i"] = "em", ["strike"] = "s", ["del"] = "s", ["ins"] = "u", ["tt"] = "code", ["kbd"] = "code", ["samp"] = "code",
        ["var"] = "em", ["dfn"] = "em", ["big"] = "strong", ["center"] = "p", ["address"] = "p", ["details"] = "div", ["summary"] = "p", ["acronym"] = "abbr",
    };

    /// <param name="html">Elements alone: no shortcodes, no bare paragraphs.</param>
    public string Set(string html)
    {
        var body = new HtmlParser().ParseDocument("<body>" + html).Body!;
        foreach (var gone in body.QuerySelectorAll("script, style, noscript, template").ToList()) gone.Remove();
        foreach (var (from, to) in Renamed) foreach (var element in body.QuerySelectorAll(from).ToList()) Rename(element, to);
        foreach (var frame in body.QuerySelectorAll("iframe, embed, object, video, audio").ToList()) SetFrame(frame);
        foreach (var picture in body.QuerySelectorAll("img").ToList()) SetPicture(picture);
        foreach (var link in body.QuerySelectorAll("a[href]").ToList()) link.SetAttribute("href", links(link.GetAttribute("href")!));
        foreach (var line in body.QuerySelectorAll("p, div.wp-block-embed__wrapper").ToList()) SetLine(line);
        foreach (var gallery in body.QuerySelectorAll("figure.wp-block-gallery, ul.blocks-gallery-grid").ToList()) gallery.ClassName = "gallery";
        foreach (var cite in body.QuerySelectorAll("blockquote > cite").ToList()) cite.OuterHtml = $"<p class=\"attribution\">{cite.InnerHtml}</p>";
        BodyTables.Wrap(body);
        var clean = new HtmlParser().ParseDocument("<body>" + BodySanitizer.Clean(body.InnerHtml)).Body!;
        foreach (var empty in clean.QuerySelectorAll("p, h2, h3, h4, figure, figcaption, ul, ol, li, div").Reverse().ToList())
            if (empty.TextContent.Trim().Length == 0 && empty.QuerySelector("img, a, hr, br + br") is null) empty.Remove();
        return clean.InnerHtml.Trim();
    }

    private static void Rename(IElement element, string to) => element.OuterHtml = $"<{to}>{element.InnerHtml}</{to}>";

    private void SetPicture(IElement picture)
    {
        var source = picture.GetAttribute("src") ?? "";
        var element = source.StartsWith("http") || source.StartsWith('/') ? print(source, picture.GetAttribute("alt") ?? "") : null;
        // A link that only shows the picture larger leads nowhere any more.
        var place = picture.ParentElement is { LocalName: "a" } link && link.TextContent.Trim().Length == 0 && link.ChildElementCount == 1 ? link : picture;
        if (element is null) place.Remove();
        else if (place.ParentElement is { LocalName: "p" } paragraph && paragraph.TextContent.Trim().Length == 0 && paragraph.ChildElementCount == 1) paragraph.OuterHtml = $"<figure>{element}</figure>";
        else place.OuterHtml = element;
    }

    private static void SetFrame(IElement frame)
    {
        var source = frame.GetAttribute("src") ?? frame.GetAttribute("data") ?? frame.QuerySelector("source[src], embed[src]")?.GetAttribute("src") ?? frame.QuerySelector("param[name=movie]")?.GetAttribute("value") ?? "";
        if (source.StartsWith("//")) source = "https:" + source;
        frame.OuterHtml = source.StartsWith("http") ? Film(PageOf(source)) ?? $"<p><a href=\"{WebUtility.HtmlEncode(source)}\">{WebUtility.HtmlEncode(source)}</a></p>" : frame.LocalName is "object" or "video" or "audio" ? frame.TextContent : "";
    }

    // A film's address alone in a paragraph is shown as a film; any other alone is a link.
    private void SetLine(IElement line)
    {
        var text = line.TextContent.Trim();
        if (!BareAddress().IsMatch(text) || line.QuerySelector("img") is not null) return;
        if (line.QuerySelector("a") is { } link && link.GetAttribute("href") != text) return;
        if (Film(PageOf(text)) is { } film) (line.Closest("figure") ?? line).OuterHtml = film;
        else if (line.QuerySelector("a") is null) line.InnerHtml = $"<a href=\"{WebUtility.HtmlEncode(links(text))}\">{WebUtility.HtmlEncode(text)}</a>";
    }

    private static string? Film(string page) => Embeds.PlayerFor(page) is { } player ? Embeds.Figure(page, player) : null;

    // Players and short or old forms of a film's address.
    private static string PageOf(string address)
    {
        if (YouTubeId().Match(address) is { Success: true } tube) return "https://www.youtube.com/watch?v=" + tube.Groups[1].Value;
        if (VimeoId().Match(address) is { Success: true } vimeo) return "https://vimeo.com/" + vimeo.Groups[1].Value;
        return address;
    }

    [GeneratedRegex(@"^https?://\S+$")]
    private static partial Regex BareAddress();

    [GeneratedRegex(@"^https?://(?:www\.|m\.)?(?:youtube(?:-nocookie)?\.com/(?:watch\?(?:\S*&)?v=|embed/|v/|shorts/)|youtu\.be/)([\w-]{6,20})")]
    private static partial Regex YouTubeId();

    [GeneratedRegex(@"^https?://(?:www\.|player\.)?vimeo\.com/(?:video/|moogaloop\.swf\?clip_id=)?(\d{4,15})")]
    private static partial Regex VimeoId();
}
