namespace Broadsheet.Import.Moving;

/// <summary>What stands in an export beside posts and pages.</summary>
internal static class OtherTypes
{
    private static readonly Dictionary<string, string> Reasons = new()
    {
        ["attachment"] = "used where a piece shows it", ["wp_block"] = "used where a piece shows it",
    };

    // Counted where they are put to use.
    private static readonly string[] Used = [Corrections.Type, GuestAuthors.Type];

    /// <summary>Why it is no piece of the paper; null when it comes over in another way.</summary>
    public static string? WhyNot(Item item) =>
        Used.Contains(item.Type) ? item.IsPublic ? null : "it was not public" : Reasons.GetValueOrDefault(item.Type) ?? "the paper has nothing like it";
}
