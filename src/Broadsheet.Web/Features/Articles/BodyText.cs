using System.Text.RegularExpressions;
using Broadsheet.Web.Layout.Languages;

namespace Broadsheet.Web.Features.Articles;

/// <summary>An article's body as its two pages show it. The body is sanitized HTML in the form that MarkdownBody writes.</summary>
public static partial class BodyText
{
    /// <summary>Each embed says in the reader's language what a click will do, and whom it will tell.</summary>
    public static string WithEmbeds(string body, Language language) => Embeds().Replace(body, embed =>
        $"<a class=\"embed-link\"{embed.Groups[1].Value}>{language.Say("play_film", embed.Groups[2].Value)}</a><figcaption>{language.Say("embed_note", embed.Groups[2].Value)}</figcaption></figure>");

    /// <summary>For the text-only form; a picture's caption stays.</summary>
    public static string WithoutPictures(string body) => Pictures().Replace(body, "");

    [GeneratedRegex("<a class=\"embed-link\"([^>]*)>([^<]*)</a></figure>")]
    private static partial Regex Embeds();

    [GeneratedRegex("<img[^>]*>")]
    private static partial Regex Pictures();
}
