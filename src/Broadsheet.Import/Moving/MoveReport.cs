
namespace Broadsheet.Import.Moving;

/// <summary>What became of each thing of an export. Several threads may tell it.</summary>
public sealed class MoveReport
{
    public sealed record Wrong(Place At, string What)
    {
        public override string ToString() => $"{At}: {What}";
    }

    // A file of nothing but faults must not fill the memory.
    private const int Most = 10_000;

    private readonly Lock telling = new();
    private readonly SortedDictionary<string, int> counts = new(StringComparer.Ordinal);
    private readonly SortedDictionary<string, int> leftOut = new(StringComparer.Ordinal);
    private readonly SortedDictionary<string, int> shortcodes = new(StringComparer.Ordinal);
    private readonly SortedDictionary<string, string> missingPictures = new(StringComparer.Ordinal);
    private readonly List<Wrong> faults = [], remarks = [];

    /// <summary>How many came over of each kind: "articles published", "comments waiting".</summary>
    public IReadOnlyDictionary<string, int> Counts => counts;

    /// <summary>How many did not, by what they are and why.</summary>
    public IReadOnlyDictionary<string, int> LeftOut => leftOut;

    /// <summary>Codes that nobody knows, with how often they were met: taken out, what they enclosed stayed.</summary>
    public IReadOnlyDictionary<string, int> UnknownShortcodes => shortcodes;

    /// <summary>Addresses of pictures that did not come over, with the reason; it is empty where the file was not given and nobody was asked for it.</summary>
    public IReadOnlyDictionary<string, string> MissingPictures => missingPictures;

    /// <summary>What is broken in the export, in the order in which it was met; the first ten thousand.</summary>
    public IReadOnlyList<Wrong> Faults => faults;

    /// <summary>All of them, also those beyond the list.</summary>
    public int FaultCount { get; private set; }

    /// <summary>What is sound and stands otherwise than it did, or lacks something: for an editor to look at. In no order; of more than ten thousand, some.</summary>
    public IReadOnlyList<Wrong> Remarks => remarks;

    /// <summary>All of them, also those beyond the list.</summary>
    public int RemarkCount { get; private set; }

    internal void Count(string kind) => Add(counts, kind);

    internal void LeaveOut(string what) => Add(leftOut, what);

    internal void Unknown(string shortcode) => Add(shortcodes, shortcode);

    /// <summary>What was told first stays told.</summary>
    internal void Missing(string picture, string reason = "")
    {
        lock (telling) if (missingPictures.Count < Most) missingPictures.TryAdd(picture, reason);
    }

    internal void Fault(Place at, string what)
    {
        lock (telling)
        {
            FaultCount++;
            if (faults.Count < Most) faults.Add(new(at, what));
        }
    }

    internal void Remark(Place at, string what)
    {
        lock (telling)
        {
            RemarkCount++;
            if (remarks.Count < Most) remarks.Add(new(at, what));
        }
    }

    private void Add(SortedDictionary<string, int> counted, string what)
    {
        lock (telling) counted[what] = counted.GetValueOrDefault(what) + 1;
    }
}
