using Ganss.Xss;

namespace Broadsheet.Import.Bodies;

/// <summary>Lets only the paper's subset of semantic HTML into an article's body (docs/body.md). Everything that is stored has passed here.</summary>
public static class BodySanitizer
{
    private static readonly string[] Tags =
    [
        "p", "h2", "h3", "h4", "ul", "ol", "li", "blockquote", "cite", "figure", "figcaption", "img", "table", "caption", "thead", "tbody", "tr", "th", "td",
        "aside", "div", "hr", "br", "a", "em", "strong", "code", "pre", "sup", "sub", "span", "abbr", "q", "s", "u", "small", "dl", "dt", "dd", "time",
    ];

    private static readonly string[] Attributes =
    [
        "href", "src", "srcset", "sizes", "alt", "width", "height", "loading", "class", "lang", "dir", "title", "datetime", "id", "colspan", "rowspan", "scope",
        "data-embed", "tabindex", "role", "aria-label", "start",
    ];

    private static readonly string[] Classes = ["gallery", "credit", "facts", "embed", "embed-link", "table-wrap", "attribution", "number"];

    // The sanitizer is safe for many threads as long as nobody changes its settings.
    private static readonly HtmlSanitizer Rules = Make();

    public static string Clean(string html) => Rules.SanitizeTwice(html);

    /// <summary>Because what is left of one wrong element can make its neighbour a wrong one: the second reading sees what a browser would.</summary>
    internal static string SanitizeTwice(this HtmlSanitizer rules, string html)
    {
        var once = rules.Sanitize(html);
        return once == html ? once : rules.Sanitize(once);
    }

    private static HtmlSanitizer Make()
    {
        var rules = new HtmlSanitizer(new HtmlSanitizerOptions
        {
            AllowedTags = new HashSet<string>(Tags, StringComparer.OrdinalIgnoreCase),
            AllowedAttributes = new HashSet<string>(Attributes, StringComparer.OrdinalIgnoreCase),
            AllowedClasses = new HashSet<string>(Classes),
            AllowedSchemes = new HashSet<string>(["http", "https", "mailto", "tel"], StringComparer.OrdinalIgnoreCase),
            UriAttributes = new HashSet<string>(["href", "src", "srcset", "data-embed"], StringComparer.OrdinalIgnoreCase),
        });
        rules.KeepChildNodes = true;
        // What an unknown element holds is text; what these hold never was.
        rules.RemovingTag += (_, removing) => { if (removing.Tag.LocalName is "script" or "style" or "template") removing.Tag.InnerHtml = ""; };
        return rules;
    }
}
