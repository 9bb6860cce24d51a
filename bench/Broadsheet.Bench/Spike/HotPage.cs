using System.Globalization;
using System.Net;
using System.Text.RegularExpressions;
using Broadsheet.Bench.Load;

namespace Broadsheet.Bench.Spike;

/// <summary>The article that everybody reads, as its page shows it: how many replies, and which edit.</summary>
public static partial class HotPage
{
    public static long Replies(string page) =>
        RepliesLink().Match(page) is { Success: true } count ? long.Parse(count.Groups[1].Value, NumberStyles.AllowThousands, CultureInfo.InvariantCulture) : 0;

    /// <summary>0 before the first.</summary>
    public static long Edit(string page) => EditMark().Match(page) is { Success: true } mark ? long.Parse(mark.Groups[1].Value) : 0;

    public static string Field(string page, string name) =>
        Regex.Match(page, $"name=\"{name}\" value=\"([^\"]*)\"") is { Success: true } field ? WebUtility.HtmlDecode(field.Groups[1].Value) : throw new InvalidOperationException($"the page's form has no {name}");

    /// <summary>The headline of an edit.</summary>
    public static string Headline(string headline, long edit) => $"{headline} (edit {edit})";

    public static async Task<string> ReadAsync(string url, CancellationToken stop)
    {
        var answer = await Answer.ToAsync(Visitor.Get(url), stop);
        return answer.Status == HttpStatusCode.OK ? answer.Text : throw new InvalidOperationException($"{url} was answered with {answer.Status}");
    }

    [GeneratedRegex("href=\"#comments\">([\\d,]+)")]
    private static partial Regex RepliesLink();

    [GeneratedRegex(@"<h1[^>]*>[^<]*\(edit (\d+)\)</h1>")]
    private static partial Regex EditMark();
}
