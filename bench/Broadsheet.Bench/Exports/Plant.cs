using System.Text;

namespace Broadsheet.Bench.Exports;

/// <summary>Something odd that is put between the sound items of an export.</summary>
public sealed class Plant(params ExportItem[] items)
{
    public IReadOnlyList<ExportItem> Items => items;

    /// <summary>What stands before the first item of the file: authors and terms.</summary>
    public string Head { get; init; } = "";

    /// <summary>Where the fault is; it begins in that item's line.</summary>
    public ExportItem? Culprit { get; init; } = items.LastOrDefault();

    /// <summary>What is done to the text of the culprit.</summary>
    public Func<string, string> Break { get; init; } = xml => xml;

    /// <summary>Of the culprit's bytes.</summary>
    public Encoding Encoding { get; init; } = Encoding.UTF8;

    /// <summary>How the report may name it, beside by its line.</summary>
    public string Who { get; init; } = $"{items.LastOrDefault()?.Id}";

    /// <summary>What readers must find at each item that was public.</summary>
    public IReadOnlyList<string> Words { get; init; } = [];

    /// <summary>A word that no reader may ever find.</summary>
    public string? Canary { get; init; }

    /// <summary>The items are asked for by their numbers, because their addresses are others' too.</summary>
    public bool ByNumber { get; init; }
}
