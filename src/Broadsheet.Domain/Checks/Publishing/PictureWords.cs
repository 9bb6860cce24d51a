namespace Broadsheet.Domain.Checks.Publishing;

/// <summary>What a picture needs beside it: a description for those who cannot see it, and whose it is.</summary>
internal static class PictureWords
{
    public static IEnumerable<Finding> Look(Sheet sheet)
    {
        if (sheet.Copy.Picture is { } lead)
        {
            if (string.IsNullOrWhiteSpace(lead.Alt)) yield return NoAlt(new("picture.alt"));
            if (string.IsNullOrWhiteSpace(lead.Credit)) yield return NoCredit(new("picture.credit"));
        }
        foreach (var picture in sheet.Body.Pictures)
        {
            if (string.IsNullOrWhiteSpace(picture.Alt)) yield return NoAlt(new("body", picture.Paragraph, picture.Source));
            else if (FileEndings.Any(ending => picture.Alt.EndsWith(ending, StringComparison.OrdinalIgnoreCase)))
                yield return new("alt", Severity.Warn, new("body", picture.Paragraph, picture.Alt), "“{0}” is the name of a file and describes no picture.", picture.Alt);
            if (string.IsNullOrWhiteSpace(picture.Credit)) yield return NoCredit(new("body", picture.Paragraph, picture.Source));
        }
    }

    private static readonly string[] FileEndings = [".jpg", ".jpeg", ".png", ".webp", ".gif"];

    private static Finding NoAlt(Place place) => new("alt", Severity.Refuse, place, "A picture has no description (alt) for those who cannot see it.");

    private static Finding NoCredit(Place place) => new("credit", Severity.Warn, place, "A picture does not say whose it is.");
}
