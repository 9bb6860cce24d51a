using System.Text.RegularExpressions;

namespace Broadsheet.Domain.Addresses;

/// <summary>Addresses of the site that the paper was brought over from which a pattern names, and where each leads today.</summary>
/// <param name="pattern">A regular expression, for a decoded path with its query.</param>
/// <param name="target">A path of ours; $1 to $9 stand for what the groups of the pattern hold.</param>
/// <param name="position">The lowest is tried first.</param>
public sealed partial class OldPattern(string pattern, string target, int position)
{
    /// <summary>Each is tried on every address that nobody has.</summary>
    public const int Most = 1_000;

    private const int Longest = 500;

    private Regex? compiled;

    public string Pattern { get; private set; } = pattern;
    public string Target { get; private set; } = target;
    public int Position { get; private set; } = position;

    /// <summary>Refused: what cannot be matched in a time that grows only with the address, and what leads out of the paper.</summary>
    public static Result<OldPattern> Make(string pattern, string target, int position)
    {
        if (pattern.Length > Longest) return Refusal.Invalid("its pattern has more than {0} characters", Longest);
        if (pattern.Contains("[:")) return Refusal.Invalid("its pattern names a class of characters in a way that the paper does not read");
        if (!IsOurs(target) || target.Contains("%{")) return Refusal.Invalid("it leads to another site");
        try { return new OldPattern(pattern, target, position) { compiled = Compiled(pattern) }; }
        catch (NotSupportedException) { return Refusal.Invalid("its pattern looks back or ahead, which nobody can follow fast enough"); }
        catch (ArgumentException wrong) { return Refusal.Invalid("its pattern cannot be read: {0}", wrong.Message); }
    }

    public void LeadTo(string target) => Target = target;

    /// <summary>An encoded path of ours; null when the pattern does not name the address, or would lead on without end.</summary>
    /// <param name="path">Decoded.</param>
    /// <param name="query">With its question mark; empty when there is none.</param>
    public string? Lead(string path, string query)
    {
        var whole = Match(path + query);
        var match = whole.Success || query.Length == 0 ? whole : Match(path);
        if (!match.Success) return null;
        var target = AddressText.Whole(Slashes().Replace(Places().Replace(Target, place => Encoded(match.Groups[int.Parse(place.ValueSpan[1..])].Value)), "/"));
        return IsOurs(target) && !Match(Uri.UnescapeDataString(target)).Success ? target : null;
    }

    private Match Match(string address) => (compiled ??= Compiled(Pattern)).Match(address);

    private static Regex Compiled(string pattern) => new(pattern, RegexOptions.NonBacktracking | RegexOptions.CultureInvariant);

    // A group may have caught a query too, which is encoded already.
    private static string Encoded(string caught) =>
        caught.IndexOf('?') is >= 0 and var query ? AddressText.Encoded(caught[..query]) + caught[query..] : AddressText.Encoded(caught);

    private static bool IsOurs(string target) => target.StartsWith('/') && !target.StartsWith("//", StringComparison.Ordinal);

    [GeneratedRegex(@"\$[0-9]")]
    private static partial Regex Places();

    // Two would lead to another site.
    [GeneratedRegex("^/{2,}")]
    private static partial Regex Slashes();
}
