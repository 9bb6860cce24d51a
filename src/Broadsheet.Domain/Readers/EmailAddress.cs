namespace Broadsheet.Domain.Readers;

/// <summary>An address as a reader types it. Only its shape is judged; whether it exists is shown by a mail that is answered.</summary>
public static class EmailAddress
{
    public const int Longest = 254;

    public static bool IsOne(string text)
    {
        var at = text.LastIndexOf('@');
        if (at < 1 || at > 64 || text.Length > Longest || text.Any(c => char.IsWhiteSpace(c) || char.IsControl(c) || c is '<' or '>' or ',' or ';')) return false;
        var (local, domain) = (text[..at], text[(at + 1)..]);
        return !local.Contains('@') && !local.StartsWith('.') && !local.EndsWith('.') && !local.Contains("..") && IsDomain(domain);
    }

    /// <summary>The form in which two spellings of one address are the same: trimmed, lower case.</summary>
    public static string Normal(string address) => address.Trim().ToLowerInvariant();

    private static bool IsDomain(string domain) =>
        domain.Contains('.') && domain.Split('.').All(label => label.Length is > 0 and < 64 && !label.StartsWith('-') && !label.EndsWith('-') && label.All(c => char.IsLetterOrDigit(c) || c == '-'));
}
