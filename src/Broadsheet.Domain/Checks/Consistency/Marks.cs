using System.Globalization;
using System.Text.RegularExpressions;

namespace Broadsheet.Domain.Checks.Consistency;

/// <summary>Brackets and quotation marks that have no partner, hours that no clock shows, ordinals with a wrong ending.</summary>
internal static partial class Marks
{
    public static IEnumerable<Finding> Look(Sheet sheet)
    {
        var runsOn = false;
        foreach (var passage in sheet.Prose)
        {
            if (Bracket(passage) is { } bracket) yield return bracket;
            // What a paragraph before has opened may end in this one.
            if (!runsOn && Quotation(passage) is { } quotation) yield return quotation;
            runsOn = passage.Text.Count(c => c == '“') - passage.Text.Count(c => c == '”') + (runsOn ? 1 : 0) > 0;
            foreach (Match match in Clock().Matches(passage.Text))
                if (!IsTime(match) && !IsVerb(match)) yield return new("clock", Severity.Warn, passage.At(match.Value), "No clock shows {0}.", match.Value);
            foreach (Match match in Ordinal().Matches(passage.Text))
                if (Ending(int.Parse(match.Groups["n"].Value[^Math.Min(2, match.Groups["n"].Length)..], CultureInfo.InvariantCulture)) is var right && !match.Groups["end"].Value.Equals(right, StringComparison.OrdinalIgnoreCase))
                    yield return new("ordinal", Severity.Warn, passage.At(match.Value), "{0} is written {1}.", match.Value, match.Groups["n"].Value + right);
        }
    }

    private static Finding? Bracket(Passage passage)
    {
        var (text, open) = (passage.Text, new Stack<int>());
        // What is written for a machine has rules of its own.
        if (text.AsSpan().IndexOfAny("{}=;\\") >= 0) return null;
        for (var at = 0; at < text.Length; at++)
        {
            if (text[at] == '(' && !IsFace(text, at)) open.Push(at);
            else if (text[at] == ')' && open.Count > 0) open.Pop();
            // "a)" and "1)" in a list, and a face.
            else if (text[at] == ')' && !IsFace(text, at) && !Lettered().IsMatch(text[..(at + 1)])) return new("bracket", Severity.Warn, passage.At(Near(text, at)), "A bracket is closed that was not opened.");
        }
        return open.Count > 0 ? new("bracket", Severity.Warn, passage.At(Near(text, open.Peek())), "A bracket is opened and not closed.") : null;
    }

    private static bool IsFace(string text, int at) => at > 0 && (text[at - 1] is ':' or ';' or '=' || text[at - 1] == ')' && text[at] == ')') || at > 1 && text[at - 1] == '-' && text[at - 2] is ':' or ';' || at + 2 < text.Length && text[at] == '(' && (text[at + 1] == ':' || text[at + 1] == '-' && text[at + 2] is ':' or ';');

    // Only curly ones tell which way they look. A quotation that goes on in the next paragraph is opened and not closed.
    private static Finding? Quotation(Passage passage)
    {
        var text = passage.Text;
        // German opens with „ and closes with “, so that “ alone says nothing.
        if (text.Contains('„') || !text.Contains('”')) return null;
        var open = 0;
        for (var at = 0; at < text.Length; at++)
        {
            if (text[at] == '“') open++;
            // Behind it in broken encodings: "â€”".
            if (text[at] != '”' || at > 0 && text[at - 1] == '€') continue;
            // Swedish and Finnish open with it too; a straight one may be its partner.
            if (open == 0) return at == 0 || char.IsWhiteSpace(text[at - 1]) || text[..at].Contains('"') ? null : new("quote", Severity.Warn, passage.At(Near(text, at)), "A quotation ends that did not begin.");
            open--;
        }
        return null;
    }

    private static string Near(string text, int at) => text[Math.Max(0, at - 12)..Math.Min(text.Length, at + 12)].Trim();

    private static bool IsTime(Match match)
    {
        var (hour, half) = (int.Parse(match.Groups["h"].Value, CultureInfo.InvariantCulture), match.Groups["half"].Success);
        var minute = match.Groups["m"].Success ? int.Parse(match.Groups["m"].Value, CultureInfo.InvariantCulture) : 0;
        return minute < 60 && (half ? hour is >= 1 and <= 12 || hour == 0 && match.Groups["m"].Success : hour <= 24);
    }

    // "I who am 27 am …", and a number that only stands before the letters.
    private static bool IsVerb(Match match) => !match.Groups["m"].Success && match.Value.EndsWith('m') && match.Value.Contains(' ');

    private static string Ending(int lastTwo) => lastTwo is >= 11 and <= 13 ? "th" : (lastTwo % 10) switch { 1 => "st", 2 => "nd", 3 => "rd", _ => "th" };

    [GeneratedRegex(@"(?<![\d.,:$€£])(?<h>\d{1,2})(?:[:.](?<m>\d\d))?[ ]?(?<half>[ap]\.m\.|[ap]m\b)|(?<![\d.,:])(?<h>\d{1,2})(?:[:.](?<m>\d\d))?[ ]Uhr\b", RegexOptions.CultureInvariant)]
    private static partial Regex Clock();

    [GeneratedRegex(@"(?<![\p{L}\d.,])(?<n>\d{1,4})(?<end>st|nd|rd|th)(?![\p{L}\d])", RegexOptions.CultureInvariant)]
    private static partial Regex Ordinal();

    [GeneratedRegex(@"(?:^|[ (])(?:\p{L}|\d{1,2}|[ivx]+)\)$")]
    private static partial Regex Lettered();
}
