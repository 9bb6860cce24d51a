using System.Globalization;
using System.Security.Cryptography;
using System.Text;

namespace Broadsheet.Domain.Checks;

/// <summary>How much a finding weighs: a hint to look, a warning that something is wrong, or a reason not to publish unless a publisher says so.</summary>
public enum Severity { Hint, Warn, Refuse }

/// <summary>Where something stands.</summary>
/// <param name="Field">"headline", "standfirst", "body", "picture.caption" … as in the editor.</param>
/// <param name="Paragraph">Of the body, counted from 1 as its parts stand below each other; 0 elsewhere.</param>
/// <param name="Words">As they stand there; null when it concerns the whole field.</param>
public sealed record Place(string Field, int Paragraph = 0, string? Words = null);

/// <summary>Something that a check saw in copy.</summary>
/// <param name="Kind">"weekday", "name", … (docs/newsroom/checks.md).</param>
/// <param name="Sentence">English, with {0} for each of <paramref name="Details"/>: it is also the key of its translations.</param>
public sealed record Finding(string Kind, Severity Severity, Place Place, string Sentence, params object[] Details)
{
    /// <summary>The same for the same finding in the same words, wherever the paragraph has moved to: what an editor has dismissed stays dismissed.</summary>
    public string Key => Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes($"{Kind}\n{Place.Field}\n{Place.Words}\n{this}")))[..16];

    public override string ToString() => string.Format(CultureInfo.InvariantCulture, Sentence, Details);
}
