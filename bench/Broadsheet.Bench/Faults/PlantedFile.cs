using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Serialization;

namespace Broadsheet.Bench.Faults;

/// <summary>FILE.planted.json, beside a faulty export: what its report must say.</summary>
/// <param name="Totals">How many of each kind must come over, exactly.</param>
public sealed record PlantedFile(IReadOnlyDictionary<string, int> Totals, IReadOnlyList<Planted> Planted)
{
    public static readonly JsonSerializerOptions Json = new(JsonSerializerOptions.Web)
    {
        WriteIndented = true, Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping, Converters = { new JsonStringEnumConverter(JsonNamingPolicy.CamelCase) },
    };

    public void WriteBeside(string export) => File.WriteAllText(export + ".planted.json", JsonSerializer.Serialize(this, Json));
}
