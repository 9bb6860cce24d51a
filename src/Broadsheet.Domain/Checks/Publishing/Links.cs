namespace Broadsheet.Domain.Checks.Publishing;

/// <summary>Links that lead nowhere, and those that nobody can read.</summary>
public static class Links
{
    public static IEnumerable<Finding> Look(Sheet sheet)
    {
        foreach (var link in sheet.Body.Links)
        {
            var address = link.Address.Trim();
            if (link.Label.Length == 0)
                yield return link.IsEmbed
                    ? new("embed", Severity.Warn, new("body", link.Paragraph, address), "An embedded film has no text: those who do not load it see nothing.")
                    : new("empty-link", Severity.Warn, new("body", link.Paragraph, address), "The link to {0} has no text.", address);
            if (address is "" or "#" or "http://" or "https://") yield return new("empty-link", Severity.Warn, new("body", link.Paragraph, link.Label), "The link “{0}” leads nowhere.", link.Label);
            else if (PathOf(address) is { } path && sheet.Facts.DeadPaths?.Contains(path) is true) yield return new("dead-link", Severity.Warn, new("body", link.Paragraph, address), "Readers find nothing at {0}.", path);
        }
        // Footnotes of another engine can be many: told once.
        List<BodyLink> lost = [.. sheet.Body.Links.Where(l => l.Address is ['#', _, ..] && !sheet.Body.Anchors.Contains(Uri.UnescapeDataString(l.Address[1..])))];
        if (lost.Count == 1) yield return new("dead-link", Severity.Warn, new("body", lost[0].Paragraph, lost[0].Address), "There is no place {0} in this piece.", lost[0].Address);
        if (lost.Count > 1) yield return new("dead-link", Severity.Warn, new("body", lost[0].Paragraph, lost[0].Address), "There is no place {0} in this piece, nor for {1} other links.", lost[0].Address, lost.Count - 1);
    }

    /// <summary>The path of a link within the paper; null for any other.</summary>
    public static string? PathOf(string address)
    {
        if (!address.StartsWith('/') || address.StartsWith("//", StringComparison.Ordinal)) return null;
        var end = address.IndexOfAny(['#', '?']);
        return Uri.UnescapeDataString(end < 0 ? address : address[..end]);
    }
}
