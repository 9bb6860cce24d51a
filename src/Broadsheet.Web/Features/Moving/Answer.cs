using System.Buffers.Text;
using System.Net;
using System.Text;
using System.Text.RegularExpressions;
using Broadsheet.Domain.Text;

namespace Broadsheet.Web.Features.Moving;

/// <summary>What the running site answered. Mostly its bytes are enough; they are read as text only when they leave a doubt. For one thread.</summary>
/// <param name="Type">"text/html"; null where it was not said.</param>
internal sealed partial record Answer(int Status, string? Location, string? Type, byte[] Body)
{
    private string? text, words;

    public bool IsPage => Type == "text/html";

    /// <summary>A feed or a sitemap.</summary>
    public bool IsXml => Type?.EndsWith("xml", StringComparison.Ordinal) == true;

    /// <summary>"301 to /here/".</summary>
    public string Told => Location is null ? $"{Status}" : $"{Status} to {Location}";

    public string Text => text ??= Encoding.UTF8.GetString(Body);

    private string Words => words ??= OneSpaced(PlainText.Of(Text));

    public bool Has(string exactly) => Body.AsSpan().IndexOf(Encoding.UTF8.GetBytes(exactly)) >= 0;

    /// <summary>Whether a reader would see the words, in whatever form they are written: with other spaces, with characters by their names, with marks between them.</summary>
    public bool Says(string sought)
    {
        // No form writes these letters in another way.
        if (!Has(PlainLetters().Matches(sought).MaxBy(m => m.Length)?.Value ?? "")) return false;
        return Has(sought) || Words.Contains(OneSpaced(sought), StringComparison.Ordinal) || InMarkupAsText(sought);
    }

    /// <summary>The numbers that stand between the two: "#comment-" and whatever it is.</summary>
    public IEnumerable<long> Numbers(string before, string after = "")
    {
        var (mark, end) = (Encoding.UTF8.GetBytes(before), Encoding.UTF8.GetBytes(after));
        for (var at = 0; Body.AsSpan(at).IndexOf(mark) is >= 0 and var next;)
        {
            at += next + mark.Length;
            if (Utf8Parser.TryParse(Body.AsSpan(at), out long number, out var length) && Body.AsSpan(at + length).StartsWith(end)) yield return number;
        }
    }

    public static string OneSpaced(string text) => string.Join(' ', text.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries));

    // As a feed carries a body.
    private bool InMarkupAsText(string sought) => OneSpaced(PlainText.Of(WebUtility.HtmlDecode(Text))).Contains(OneSpaced(sought), StringComparison.Ordinal);

    [GeneratedRegex("[A-Za-z0-9]+")]
    private static partial Regex PlainLetters();
}
