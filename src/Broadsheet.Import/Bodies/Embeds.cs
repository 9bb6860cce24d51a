using System.Net;
using System.Text.RegularExpressions;

namespace Broadsheet.Import.Bodies;

/// <summary>Films of other sites that may be shown within an article, after a click.</summary>
public static partial class Embeds
{
    /// <summary>The address of the player for a film's page, or null when the address is none that the paper knows.</summary>
    public static string? PlayerFor(string address)
    {
        foreach (var (pattern, player) in Players)
            if (pattern.Match(address) is { Success: true } film) return player + film.Groups[1].Value;
        return null;
    }

    /// <summary>The film as it stands in a body: a link, and the player for those who click.</summary>
    public static string Figure(string address, string player) =>
        $"<figure class=\"embed\"><a class=\"embed-link\" href=\"{WebUtility.HtmlEncode(address)}\" data-embed=\"{WebUtility.HtmlEncode(player)}\">{WebUtility.HtmlEncode(new Uri(address).Host.Replace("www.", ""))}</a></figure>";

    private static readonly (Regex Page, string Player)[] Players =
    [
        (YouTube(), "https://www.youtube-nocookie.com/embed/"),
        (Vimeo(), "https://player.vimeo.com/video/"),
    ];

    [GeneratedRegex(@"^https://(?:www\.youtube\.com/watch\?v=|youtu\.be/)([\w-]{6,20})(?:[&?].*)?$")]
    private static partial Regex YouTube();

    [GeneratedRegex(@"^https://(?:www\.)?vimeo\.com/(\d{4,15})$")]
    private static partial Regex Vimeo();
}
