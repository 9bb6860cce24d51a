namespace Broadsheet.Domain.Checks.Publishing;

/// <summary>Headings in the order that those need who move through a page by them.</summary>
internal static class Headings
{
    public static IEnumerable<Finding> Look(Sheet sheet)
    {
        var before = 1;
        foreach (var heading in sheet.Body.Passages.Where(p => p.Kind == PassageKind.Heading))
        {
            if (heading.Text.Length == 0) yield return new("heading", Severity.Warn, heading.At(null), "A heading has no words.");
            else if (heading.Level > before + 1) yield return new("heading", Severity.Warn, heading.At(heading.Text), "The heading “{0}” is of level {1} below one of level {2}.", heading.Text, heading.Level, before);
            before = heading.Level;
        }
        var parts = sheet.Body.Passages;
        if (parts.Count > 0 && parts[^1] is { Kind: PassageKind.Heading, Text.Length: > 0 } last) yield return new("heading", Severity.Warn, last.At(last.Text), "Nothing stands below the heading “{0}”.", last.Text);
    }
}
