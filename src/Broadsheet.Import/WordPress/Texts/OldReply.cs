using System.Buffers;
using AngleSharp.Html.Parser;
using Broadsheet.Import.Bodies;
using Ganss.Xss;

namespace Broadsheet.Import.WordPress.Texts;

/// <summary>What a reader of the old site wrote, with the few elements that WordPress lets readers use. Links are marked as theirs.</summary>
public static class OldReply
{
    private static readonly string[] Tags = ["p", "br", "a", "em", "strong", "blockquote", "code", "pre", "ul", "ol", "li", "s", "q"];

    private static readonly SearchValues<char> Marks = SearchValues.Create("<>&");

    private static readonly HtmlSanitizer Rules = Make();

    public static string Set(string content)
    {
        // Most replies hold no markup of their own: what there is then was made here.
        if (content.AsSpan().IndexOfAny(Marks) < 0) return Paragraphs.Of(content);
        var body = new HtmlParser().ParseDocument("<body>" + Paragraphs.Of(content)).Body!;
        foreach (var gone in body.QuerySelectorAll("script, style, template, noscript").ToList()) gone.Remove();
        return Rules.SanitizeTwice(body.InnerHtml).Trim();
    }

    private static HtmlSanitizer Make()
    {
        var rules = new HtmlSanitizer(new HtmlSanitizerOptions
        {
            AllowedTags = new HashSet<string>(Tags, StringComparer.OrdinalIgnoreCase),
            AllowedAttributes = new HashSet<string>(["href"], StringComparer.OrdinalIgnoreCase),
            AllowedSchemes = new HashSet<string>(["http", "https"], StringComparer.OrdinalIgnoreCase),
            UriAttributes = new HashSet<string>(["href"], StringComparer.OrdinalIgnoreCase),
        });
        rules.KeepChildNodes = true;
        rules.PostProcessNode += (_, at) => { if (at.Node is AngleSharp.Dom.IElement { LocalName: "a" } link) link.SetAttribute("rel", "nofollow ugc noopener"); };
        return rules;
    }
}
