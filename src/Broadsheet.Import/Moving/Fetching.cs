using Broadsheet.Import.Pictures;

namespace Broadsheet.Import.Moving;

/// <summary>How pictures are fetched from the old site.</summary>
/// <param name="Folder">Keeps what came, so that a move that is begun again does not ask for it again.</param>
/// <param name="From">Where the site can be reached, with a slash at the end; null: at the addresses that it had.</param>
public sealed record Fetching(string Folder, Uri? From)
{
    public int LargestBytes { get; init; } = Prints.LargestBytes;

    /// <summary>For one file.</summary>
    public TimeSpan Patience { get; init; } = TimeSpan.FromMinutes(2);

    /// <summary>Before what failed is tried once more.</summary>
    public TimeSpan Pause { get; init; } = TimeSpan.FromSeconds(3);
}
