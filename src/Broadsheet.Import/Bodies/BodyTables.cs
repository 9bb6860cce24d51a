using System.Net;
using AngleSharp.Dom;

namespace Broadsheet.Import.Bodies;

/// <summary>Tables in a frame of their own, so that a wide one is moved and not the page.</summary>
internal static class BodyTables
{
    public static void Wrap(IElement body)
    {
        foreach (var table in body.QuerySelectorAll("table").ToList())
            table.OuterHtml = $"<div class=\"table-wrap\" tabindex=\"0\"{Name(table)}>{table.OuterHtml}</div>";
    }

    // A region without a name is none to those who hear the page.
    private static string Name(IElement table)
    {
        var heads = string.Join(", ", table.QuerySelectorAll("th").Select(h => h.TextContent.Trim()).Where(h => h.Length > 0));
        return heads.Length == 0 ? "" : $" role=\"region\" aria-label=\"{WebUtility.HtmlEncode(heads)}\"";
    }
}
