using System.Text.Json;
using System.Text.RegularExpressions;
using AngleSharp.Dom;
using AngleSharp.Html.Parser;
using Broadsheet.Import.Bodies;
using CsCheck;

namespace Broadsheet.Tests.Bodies;

public sealed partial class BodySanitizerTests
{
    private static readonly HashSet<string> NeverHere = ["script", "style", "iframe", "object", "embed", "form", "input", "button", "textarea", "select", "svg", "math", "link", "meta", "base", "template", "noscript", "video", "audio", "frameset", "applet"];

    [Theory]
    [InlineData("attacks.json", 400)]
    [InlineData("attacks-long-lists.json", 4000)]
    [InlineData("awkward-strings.json", 600)]
    public void No_known_attack_comes_through(string list, int least)
    {
        using var attacks = JsonDocument.Parse(File.ReadAllBytes(Shared.Need($"data/sanitizer/{list}")));
        var inputs = attacks.RootElement.EnumerateArray().Select(a => (Id: a.GetProperty("id").GetString(), Input: a.GetProperty("input").GetString()!)).ToList();

        Assert.True(inputs.Count > least);
        Assert.Empty(inputs.SelectMany(a => Dangers(BodySanitizer.Clean(a.Input)).Select(danger => $"{a.Id}: {danger}")));
    }

    [Fact]
    public void Markup_made_of_any_pieces_comes_out_harmless_however_often_it_is_read() => Markup.Sample(html =>
    {
        var clean = BodySanitizer.Clean(html);
        return !Dangers(clean).Any() && !Dangers(BodySanitizer.Clean(clean)).Any();
    }, iter: 3000);

    [Fact]
    public void The_papers_own_HTML_comes_through_as_it_was()
    {
        const string html = "<h2 id=\"a\">A</h2><p lang=\"hi\" dir=\"ltr\">B <a href=\"/town/\" title=\"t\">c</a> <time datetime=\"2026-11-20\">d</time></p><figure class=\"gallery\"><img src=\"/media/1/800.webp\" srcset=\"/media/1/400.webp 400w\" sizes=\"100vw\" width=\"8\" height=\"6\" alt=\"e\" loading=\"lazy\"><figcaption>f <span class=\"credit\">g</span></figcaption></figure><aside class=\"facts\"><dl><dt>h</dt><dd>i</dd></dl></aside>";

        Assert.Equal(html, BodySanitizer.Clean(html));
    }

    [Fact]
    public void A_class_that_is_not_the_bodys_own_is_dropped() => Assert.Equal("<p class=\"attribution\">A</p>", BodySanitizer.Clean("<p class=\"attribution masthead\">A</p>"));

    private static readonly Gen<string> Markup = Gen.OneOf(
        "<p>", "</p>", "<svg>", "<math>", "<mtext>", "<table>", "<td>", "<style>", "</style>", "<noscript>", "<template>", "<!--", "-->", "<![CDATA[", "]]>", "<a href=\"", "<img src=\"", "\" alt=\"", "\">", "'", "javascript:alert(1)",
        "java\nscript:alert(1)", " onerror=alert(1) ", "<script>", "</script>", "data:text/html,x", "<iframe srcdoc=\"", "<title>", "</title>", "<select>", "<option>", "&lt;script&gt;", "&#106;avascript:", "x", "/media/1.webp", "https://example.org", "<plaintext>", "<textarea>", "<b id=x>", "\u0000")
        .Array[0, 12].Select(string.Concat);

    private static IEnumerable<string> Dangers(string html)
    {
        foreach (var element in new HtmlParser().ParseDocument("<body>" + html).QuerySelectorAll("body *"))
        {
            if (NeverHere.Contains(element.LocalName) || element.NamespaceUri != NamespaceNames.HtmlUri) yield return $"<{element.LocalName}>";
            foreach (var attribute in element.Attributes)
            {
                if (attribute.Name.StartsWith("on") || attribute.Name is "style" or "srcdoc" or "formaction" or "action") yield return $"{attribute.Name}=";
                if (attribute.Name is "href" or "xlink:href" or "src" or "data-embed" && Scheme().Match(Spaces().Replace(attribute.Value, "")) is { Success: true } scheme
                    && scheme.Groups[1].Value.ToLowerInvariant() is not ("http" or "https" or "mailto" or "tel")) yield return attribute.Value;
            }
        }
    }

    [GeneratedRegex("^([a-zA-Z][a-zA-Z0-9+.-]*):")]
    private static partial Regex Scheme();

    [GeneratedRegex(@"[\x00-\x20\u00A0]+")]
    private static partial Regex Spaces();
}
