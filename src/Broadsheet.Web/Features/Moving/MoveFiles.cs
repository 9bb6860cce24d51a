using System.Net;
using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;
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
        await File.WriteAllTextAsync(page, Page(exports, report, outcome), stop);
        return page;
    }

    private static string Page(IReadOnlyList<string> exports, MoveReport report, Verification.Outcome outcome)
    {
        var html = new StringBuilder("<!doctype html><html lang=\"en\"><meta charset=\"utf-8\"><meta name=\"viewport\" content=\"width=device-width\"><title>The move</title><style>");
        html.Append("body{font:1rem/1.5 Georgia,serif;max-width:60rem;margin:2rem auto;padding:0 1rem}table{border-collapse:collapse;width:100%}td,th{border-top:1px solid #999;padding:.3rem;text-align:left;vertical-align:top;overflow-wrap:anywhere}td.n{text-align:right;width:6rem}</style>");
        html.Append("<h1>The move</h1><p>").Append(Text(string.Join(", ", exports))).Append("</p>");
        html.Append($"<p><strong>{(outcome.Findings.Count == 0 ? "Everything that was asked for is where it should be, and nothing that is not public was found." : $"{outcome.Findings.Count:N0} differences were found.")}</strong></p>");
        Numbers(html, "What came over", report.Counts);
        Numbers(html, "What was left out, and why", report.LeftOut);
        Numbers(html, "Shortcodes that nobody knows", report.UnknownShortcodes);
        Numbers(html, "Asked for on the running paper", new Dictionary<string, int> { ["articles"] = outcome.Articles, ["old addresses"] = outcome.Addresses, ["pieces that are not public"] = outcome.KeptBack, ["replies that are not public"] = outcome.CommentsKeptBack });
        Rows(html, "Differences", outcome.Findings.Select(f => (f.Address, f.What)));
        Rows(html, "Faults of the export", report.Faults.Select(f => ($"{f.At}", f.What)));
        Rows(html, "Pictures whose files were not given", report.MissingPictures.Select(p => (p, "")));
        return html.Append("</html>\n").ToString();
    }

    private static void Numbers(StringBuilder html, string title, IReadOnlyDictionary<string, int> numbers)
    {
        if (numbers.Count == 0) return;
        html.Append($"<h2>{Text(title)}</h2><table>");
        foreach (var (what, count) in numbers) html.Append($"<tr><td class=\"n\">{count:N0}</td><td>{Text(what)}</td></tr>");
        html.Append("</table>");
    }

    private static void Rows(StringBuilder html, string title, IEnumerable<(string Where, string What)> rows)
    {
        var all = rows.ToList();
        if (all.Count == 0) return;
        html.Append($"<h2>{Text(title)}</h2><table>");
        foreach (var (where, what) in all) html.Append($"<tr><td>{Text(where)}</td><td>{Text(what)}</td></tr>");
        html.Append("</table>");
    }

    private static string Text(string text) => WebUtility.HtmlEncode(text);
}
