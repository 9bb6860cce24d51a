using Broadsheet.Bench.Exports;

namespace Broadsheet.Bench.Faults;

/// <summary>Where the report has to name a fault.</summary>
public enum Part
{
    /// <summary>In the list of faults, by line or by name.</summary>
    Faults,

    /// <summary>Among the numbers, as often as it was planted.</summary>
    Counts, LeftOut,

    /// <summary>By its own name.</summary>
    UnknownShortcodes, MissingPictures,

    /// <summary>Nowhere: it looks odd and is sound.</summary>
    Nowhere,
}

/// <summary>A kind of fault.</summary>
/// <param name="About">What is said of it holds one of these, whatever else it says; empty: whatever is said.</param>
public sealed record Kind(string Name, Part Part, string[] About, Func<Seed, Plant> Make);
