using System.Text.RegularExpressions;

namespace Broadsheet.Domain.Checks.Consistency;

/// <summary>A word that was typed twice.</summary>
internal static partial class Repeats
{
    // What languages do repeat: "she had had enough", "die Leute, die die Regeln machen".
    private static readonly HashSet<string> Allowed = new(StringComparer.OrdinalIgnoreCase)
    {
        "had", "that", "very", "so", "no", "yes", "ha", "is", "do", "go", "bye", "blah", "hear", "there", "now", "well", "many", "long", "far", "more", "really", "knock", "tut", "hush", "night",
        "die", "der", "das", "den", "dem", "sie", "ihr", "ihre", "ja", "nein", "sehr", "nach", "in", "was", "wer", "ein", "again", "please", "wait", "ho", "la", "na", "da", "ta", "cha", "bling", "pom", "yo", "wink", "nudge", "etc", "chop", "quick", "tick", "boom", "beep", "ding",
    };

    // These mean a slip in English, where "in" above is German's.
    private static readonly HashSet<string> Slips = new(["in", "was"]);

    public static IEnumerable<Finding> Look(Sheet sheet)
    {
        foreach (var passage in sheet.Prose)
            foreach (Match match in Twice().Matches(passage.Text))
            {
                var word = match.Groups["word"].Value;
                if (Allowed.Contains(word) && !(sheet.Language == "en" && Slips.Contains(word))) continue;
                if (IsThrice(passage.Text, match, word)) continue;
                // "Duran Duran", and the end of one line beside the beginning of another. The first alone may begin a sentence.
                if (char.IsUpper(match.Groups["again"].Value[0])) continue;
                yield return new("repeat", Severity.Warn, passage.At(match.Value), "“{0}” is there twice.", word);
            }
    }

    // Three times is meant.
    private static bool IsThrice(string text, Match match, string word) =>
        text.AsSpan(match.Index + match.Length).TrimStart().StartsWith(word, StringComparison.OrdinalIgnoreCase) || text.AsSpan(0, match.Index).TrimEnd().EndsWith(" " + word, StringComparison.OrdinalIgnoreCase);

    [GeneratedRegex(@"(?<![\p{L}\p{M}\d'’-])(?<word>[\p{L}\p{M}]{1,30})[ \u00A0]+(?<again>\k<word>)(?![\p{L}\p{M}\d'’-])", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex Twice();
}
