using System.Text.Encodings.Web;
using System.Text.Json;
using Broadsheet.Domain;
using Broadsheet.Import.Moving;

namespace Broadsheet.Web.Features.Moving;

/// <summary>The report of a move as files, for people and for programs: report.html and report.json in the data folder's "import".</summary>
internal static class MoveFiles
{
    public static readonly JsonSerializerOptions Readable = new(JsonSerializerOptions.Web) { WriteIndented = true, Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    /// <returns>The page's path.</returns>
    public static async Task<string> WriteAsync(string data, IReadOnlyList<string> exports, MoveReport report, Verification.Outcome outcome, CancellationToken stop)
    {
        var folder = Directory.CreateDirectory(Path.Combine(data, "import")).FullName;
        await File.WriteAllTextAsync(Path.Combine(folder, "report.json"), JsonSerializer.Serialize(new { exports, report, verification = outcome }, Readable), stop);
        var page = Path.Combine(folder, "report.html");
        await File.WriteAllTextAsync(page, new MovePage(exports, report, outcome, TimeProvider.System.UtcNow()).Html(), stop);
        return page;
    }
}
