using System.Net;
using Broadsheet.Bench.Load;

namespace Broadsheet.Bench.Edits;

/// <summary>What a page has to say once an edit is done.</summary>
/// <param name="Holds">Given the page as it was before the edit, and as it is.</param>
/// <param name="Meaning">For the report of a stale answer.</param>
public sealed record Expectation(string Path, string Meaning, Func<Answer, Answer, bool> Holds)
{
    public static Expectation Says(string path, string text) => new(path, $"says {text}", (_, now) => now.Status == HttpStatusCode.OK && now.Text.Contains(text, StringComparison.Ordinal));

    public static Expectation SaysNot(string path, string text) => new(path, $"no longer says {text}", (_, now) => !now.Text.Contains(text, StringComparison.Ordinal));

    /// <summary>A list: where it had the old words, it has the new ones; where it did not, it has at least not the old.</summary>
    public static Expectation Follows(string path, string old, string text) => new(path, $"says {text} in the place of {old}", (before, now) =>
        !now.Text.Contains(old, StringComparison.Ordinal) && (!before.Text.Contains(old, StringComparison.Ordinal) || now.Text.Contains(text, StringComparison.Ordinal)));

    public static Expectation Redirects(string path, string to) => new(path, $"redirects to {to}", (_, now) => now.Location?.EndsWith(to, StringComparison.Ordinal) == true);

    /// <summary>The first headlines of the page lead to these addresses, in this order.</summary>
    public static Expectation LeadsWith(string path, params string[] places) => new(path, $"leads with {string.Join(' ', places)}", (_, now) => Headlines.In(now.Text).Take(places.Length).SequenceEqual(places));
}
