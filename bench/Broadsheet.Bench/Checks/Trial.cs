using System.Globalization;
using System.Net;
using Broadsheet.Domain.Articles;
using Broadsheet.Domain.Checks;

namespace Broadsheet.Bench.Checks;

/// <summary>What a copy desk should find in an article.</summary>
/// <param name="Word">Of the words that the finding shows; empty = whatever they are.</param>
public sealed record Expected(string Kind, string Word);

/// <summary>A short article with what should be found in it; nothing, of about half of them.</summary>
public sealed record Trial(int Number, Copy Copy, CheckFacts Facts, IReadOnlyList<Expected> Expected)
{
    /// <param name="half">"tuned" or "held-out".</param>
    public static List<Trial> All(string half) =>
        [.. File.ReadAllText(Path.Combine(AppContext.BaseDirectory, "Checks", half + ".txt")).ReplaceLineEndings("\n").Split("\n# ").Skip(1).Select(Read)];

    private static Trial Read(string text)
    {
        var lines = text.Split('\n');
        var head = lines[0].Split(' ');
        Dictionary<string, string> fields = new() { ["Byline"] = "Ann Writer", ["Standfirst"] = "What it means for the town.", ["Dead"] = "" };
        var at = 1;
        for (; at < lines.Length && lines[at].Split(": ", 2) is [{ Length: > 0 } name, var value] && char.IsUpper(name[0]) && !name.Contains(' '); at++) fields[name] = value;
        var expected = lines.Where(l => l.StartsWith("! ", StringComparison.Ordinal)).Select(l => l[2..].Split(' ', 2)).Select(w => new Expected(w[0], w.Length > 1 ? w[1] : "")).ToList();
        var body = string.Concat(lines[at..].Where(l => l.Length > 0 && !l.StartsWith("! ", StringComparison.Ordinal)).Select(l => l[0] == '<' ? l : $"<p>{WebUtility.HtmlEncode(l)}</p>"));
        var copy = new Copy(fields["Headline"], body, head[1], 1, Standfirst: fields["Standfirst"] == "-" ? null : fields["Standfirst"], Credits: fields["Byline"] == "-" ? [] : [new(fields["Byline"], "writer")]);
        var facts = new CheckFacts(DateOnly.ParseExact(head[2], "yyyy-MM-dd", CultureInfo.InvariantCulture), fields["Dead"].Split(' ', StringSplitOptions.RemoveEmptyEntries).ToHashSet());
        return new(int.Parse(head[0], CultureInfo.InvariantCulture), copy, facts, expected);
    }
}
