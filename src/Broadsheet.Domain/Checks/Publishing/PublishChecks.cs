namespace Broadsheet.Domain.Checks.Publishing;

/// <summary>What is looked at before a piece goes out, in the order in which it is told.</summary>
public static class PublishChecks
{
    private static readonly Func<Sheet, IEnumerable<Finding>>[] All =
        [Placeholders.Look, Furniture.Look, PictureWords.Look, Links.Look, Headings.Look, PageWeight.Look];

    public static IEnumerable<Finding> Look(Sheet sheet) => All.SelectMany(check => check(sheet));
}
