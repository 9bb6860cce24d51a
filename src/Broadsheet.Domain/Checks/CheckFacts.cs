namespace Broadsheet.Domain.Checks;

/// <summary>What checks have to know beyond the copy, asked from the database by whoever calls them.</summary>
/// <param name="Date">The day the piece carries, in the paper's zone; null = nobody knows yet.</param>
/// <param name="DeadPaths">Those paths among the body's links to the paper itself that lead nowhere.</param>
/// <param name="PictureSizes">Width and height of the paper's pictures, by number.</param>
/// <param name="SectionIsKnown">Whether there is a section of that number.</param>
public sealed record CheckFacts(
    DateOnly? Date = null, IReadOnlySet<string>? DeadPaths = null, IReadOnlyDictionary<long, (int Width, int Height)>? PictureSizes = null, bool SectionIsKnown = true)
{
    /// <summary>When nothing is known.</summary>
    public static readonly CheckFacts None = new();
}
