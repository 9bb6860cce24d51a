using System.Collections.Concurrent;
using System.Text.RegularExpressions;
using Broadsheet.Domain.Changes;

namespace Broadsheet.Data;

/// <summary>
/// Which names speak for which table. A page that reads a table without naming anything that changes with it would grow stale
/// unseen, and so would one when a write names nothing: both are faults of the program, found by its tests.
/// </summary>
internal static partial class NamedTables
{
    private static readonly string[] OfArticles = ["article", "card", Names.Articles, Names.Cards, "section", "topic", "byline", "story", "month", Names.Words, Names.Front];

    // Not here: what never changes once it is there (address, picture), and what no page shows (reader, change, …).
    private static readonly Dictionary<string, string[]> Kinds = new()
    {
        ["article"] = OfArticles, ["revision"] = [.. OfArticles, Names.RevisionLog], ["listed_correction"] = [Names.Corrections], ["article_words"] = [Names.Words],
        ["section"] = [Names.Sections], ["topic"] = ["topic"], ["story"] = ["story"], ["byline"] = ["byline"],
        ["listed"] = [Names.Articles, "section", "topic", "byline", "story", "month"],
        ["comment"] = [Names.Comments, "card", Names.Queue], ["slot"] = [Names.Front], ["read_also"] = ["related"], ["old_address"] = [Names.OldAddresses], ["old_pattern"] = [Names.OldAddresses],
    };

    private static readonly ConcurrentDictionary<string, string[]> Read = new();

    /// <summary>The tables that a statement takes rows from and that change.</summary>
    public static string[] ReadBy(string sql) => Read.GetOrAdd(sql, text => [.. Sources().Matches(text).Select(m => m.Groups[1].Value).Where(Kinds.ContainsKey).Distinct()]);

    /// <summary>The first of the tables that none of the names speaks for; null when all are spoken for.</summary>
    public static string? Unnamed(IEnumerable<string> tables, IEnumerable<string> names)
    {
        var kinds = names.Select(Names.KindOf).ToHashSet();
        return tables.FirstOrDefault(table => Kinds.TryGetValue(table, out var wanted) && !wanted.Any(kinds.Contains));
    }

    [GeneratedRegex("""\b(?:from|join)\s+"?([a-z_]+)"?""", RegexOptions.IgnoreCase)]
    private static partial Regex Sources();
}
