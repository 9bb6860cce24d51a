using System.Text.Json;

namespace Broadsheet.Import.Exporting;

/// <summary>What an export holds, by which it is checked: its last part, manifest.json.</summary>
/// <param name="Schema">The numbered scripts that the database had run, without what is one database's alone.</param>
/// <param name="SealKey">By what the sealing key is known; null = none was there.</param>
/// <param name="HasKeys">Whether the key itself is in keys/.</param>
public sealed record Manifest(
    string Format, int Version, DateTime MadeAt, string Program, string Site, IReadOnlyList<string> Schema, string? SealKey, bool HasKeys,
    IReadOnlyList<TablePart> Tables, MediaPart Media)
{
    public const string FileName = "manifest.json", ThisFormat = "broadsheet-export";
    public const int ThisVersion = 1;

    private static readonly JsonSerializerOptions Readable = new(JsonSerializerOptions.Web) { WriteIndented = true };

    public void WriteTo(Stream stream) => JsonSerializer.Serialize(stream, this, Readable);

    public string ToJson() => JsonSerializer.Serialize(this, JsonSerializerOptions.Web);

    /// <exception cref="BadExport">It is none that this program can read.</exception>
    public static Manifest Read(Shelf shelf)
    {
        using var stream = shelf.Open(FileName) ?? throw new BadExport("there is no manifest.json: it is no export, or is cut off");
        try
        {
            var manifest = JsonSerializer.Deserialize<Manifest>(stream, Readable);
            if (manifest is not { Format: ThisFormat, Tables: not null, Media: not null, Schema: not null }) throw new BadExport("manifest.json is of no export");
            if (manifest.Version > ThisVersion) throw new BadExport($"the export is of format {manifest.Version}, and this program reads up to {ThisVersion}: use a newer one");
            return manifest;
        }
        catch (Exception fault) when (fault is JsonException or InvalidDataException) { throw new BadExport("manifest.json cannot be read: the export is damaged", fault); }
    }
}

/// <param name="Last">The highest number that the table had given; null where it gives none.</param>
/// <param name="Sha256">Of the part "tables/NAME.ndjson", lower-case hex.</param>
public sealed record TablePart(string Name, long Rows, long? Last, string Sha256)
{
    public string File => FileOf(Name);

    public static string FileOf(string table) => $"tables/{table}.ndjson";
}

/// <param name="Sha256">Of the part "media.ndjson", which has the digest of each file.</param>
/// <param name="Missing">Originals that the store no longer had.</param>
public sealed record MediaPart(int Files, long Bytes, string Sha256, IReadOnlyList<string> Missing)
{
    public const string List = "media.ndjson";

    public static string FileOf(string original) => "media/originals/" + original;
}

/// <summary>A line of media.ndjson.</summary>
public sealed record MediaLine(string File, long Bytes, string Sha256);
