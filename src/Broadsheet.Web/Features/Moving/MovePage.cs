using System.Globalization;
using System.Net;
using System.Text;
using Broadsheet.Import.Moving;

namespace Broadsheet.Web.Features.Moving;

/// <summary>The report of a move as a page for the publisher, to be read on a telephone and to be printed. It needs no other file and no script.</summary>
internal sealed class MovePage(IReadOnlyList<string> exports, MoveReport report, Verification.Outcome outcome, DateTime now)
{
    private const string Style = """
        body{font:1.0625rem/1.5 Georgia,"Times New Roman",serif;color:#1a1a1a;background:#fff;max-width:54rem;margin:0 auto;padding:1.5rem 1rem 4rem}
        header{border-top:4px double #1a1a1a;border-bottom:1px solid #1a1a1a;padding:1rem 0}
        h1{font-size:2rem;line-height:1.15;margin:0 0 .5rem}
        h2{font-size:1.25rem;margin:2.25rem 0 .5rem;padding-top:.5rem;border-top:2px solid #1a1a1a;break-after:avoid}
        p{margin:.25rem 0;max-width:40rem}
        .small,th{font-family:system-ui,sans-serif;font-size:.875rem;color:#4a4a4a;overflow-wrap:anywhere}
        .verdict{margin:1.25rem 0;padding:.75rem 1rem;border:2px solid #1a1a1a;border-left-width:.75rem;font-size:1.1875rem}
        .good{border-color:#1d6b3a}.bad{border-color:#a3201a}
        table{border-collapse:collapse;width:100%}
        th{text-align:left;font-weight:normal;padding:.25rem 0}
        td{border-top:1px solid #ccc;padding:.375rem 0;vertical-align:top;overflow-wrap:anywhere}
        tr{break-inside:avoid}
        .n{width:6rem;padding-right:1rem;text-align:right;font-variant-numeric:tabular-nums;white-space:nowrap}
        .where{width:45%;padding-right:1rem;font-family:ui-monospace,monospace;font-size:.8125rem;line-height:1.7}
        @media(max-width:40rem){h1{font-size:1.625rem}.n{width:3.5rem}.two,.two tbody,.two tr,.two td{display:block;width:auto}.two td+td{border:0;padding-top:0}.two thead{display:none}}
        @media print{body{font-size:10pt;max-width:none;padding:0}h1{font-size:20pt}}
        """;

    private readonly StringBuilder html = new();

    public string Html()
    {
        html.Append($"<!doctype html>\n<html lang=\"en\"><head><meta charset=\"utf-8\"><meta name=\"viewport\" content=\"width=device-width, initial-scale=1\"><title>The move</title><style>{Style}</style></head><body>\n");
        Head();
        Rows("Differences", "asked for", "what came", outcome.FindingCount, outcome.Findings.Select(f => (f.Address, f.What)));
        Rows("Faults of the export", "file and line", "what is wrong there, and what was done", report.FaultCount, report.Faults.Select(f => ($"{f.At}", f.What)));
        Numbers("What came over", "", report.Counts.Select(c => (c.Key, c.Value)));
        Numbers(outcome.FindingCount == 0 ? "What was proven" : "What was asked for", $"The paper was opened and asked {outcome.Requests:N0} times, as a reader would ask it.", outcome.InWords());
        Numbers("What was left out, and why", "", report.LeftOut.Select(c => (c.Key, c.Value)));
        Numbers("Shortcodes that nobody knows", "Taken out; what they enclosed stayed.", report.UnknownShortcodes.Select(c => ($"[{c.Key}]", c.Value)));
        Rows("Pictures that are missing", "address on the old site", "why", report.MissingPictures.Count, report.MissingPictures.Select(picture => (picture.Key, picture.Value.Length > 0 ? picture.Value : "its file was not given")));
        Rows("For an editor to look at", "file and line", "what stands otherwise than it did, or is not there", report.RemarkCount, report.Remarks.Select(r => ($"{r.At}", r.What)));
        return html.Append("</body></html>\n").ToString();
    }

    private void Head()
    {
        html.Append($"<header><h1>The move</h1><p class=\"small\">{Text(string.Join(", ", exports))}</p><p class=\"small\">{now.ToString("d MMMM yyyy, HH:mm 'UTC'", CultureInfo.InvariantCulture)}</p></header>\n");
        html.Append(outcome.FindingCount == 0
            ? "<p class=\"verdict good\"><strong>Everything that was asked for is where it should be, and nothing that is not public was found.</strong></p>\n"
            : $"<p class=\"verdict bad\"><strong>{Many(outcome.FindingCount, "difference was", "differences were")} found</strong> between what should be there and what the paper answers.</p>\n");
        if (report.FaultCount > 0) html.Append($"<p class=\"verdict\"><strong>{Many(report.FaultCount, "fault", "faults")} of the export</strong>, each with its file and line below.</p>\n");
    }

    private void Numbers(string title, string note, IEnumerable<(string What, int Count)> numbers)
    {
        var rows = string.Concat(numbers.Select(row => $"<tr><td class=\"n\">{row.Count:N0}</td><td>{Text(row.What)}</td></tr>\n"));
        if (rows.Length > 0) html.Append($"<h2>{title}</h2>\n{(note.Length > 0 ? $"<p>{note}</p>\n" : "")}<table>\n{rows}</table>\n");
    }

    /// <param name="all">How many there are, also those that are not told one by one.</param>
    private void Rows(string title, string where, string what, int all, IEnumerable<(string Where, string What)> told)
    {
        if (all == 0) return;
        html.Append($"<h2>{title}</h2>\n<table class=\"two\"><thead><tr><th>{where}</th><th>{what}</th></tr></thead><tbody>\n");
        var count = 0;
        foreach (var (at, fault) in told)
        {
            html.Append($"<tr><td class=\"where\">{Text(at)}</td><td>{Text(fault)}</td></tr>\n");
            count++;
        }
        html.Append("</tbody></table>\n");
        if (all > count) html.Append($"<p>… and {all - count:N0} more.</p>\n");
    }

    private static string Many(int count, string one, string many) => $"{count:N0} {(count == 1 ? one : many)}";

    private static string Text(string text) => WebUtility.HtmlEncode(text);
}
