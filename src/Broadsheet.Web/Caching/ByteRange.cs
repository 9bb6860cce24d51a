using Microsoft.Net.Http.Headers;

namespace Broadsheet.Web.Caching;

/// <summary>The part of a page that a request asks for (RFC 9110 14). Both ends are within it.</summary>
public readonly record struct ByteRange(int First, int Last)
{
    /// <summary>Nothing of the page lies in what was asked for.</summary>
    public bool IsEmpty => Last < First;

    private static readonly ByteRange None = new(0, -1);

    /// <summary>Null: the whole page. So also for several ranges at once, which a server need not serve, and when If-Range names another version.</summary>
    public static ByteRange? Asked(IHeaderDictionary headers, string tag, int length)
    {
        if (headers.Range.Count != 1 || !RangeHeaderValue.TryParse(headers.Range[0], out var asked) || asked.Unit != "bytes" || asked.Ranges.Count != 1) return null;
        if (headers.IfRange.Count > 0 && headers.IfRange != tag) return null;
        var range = asked.Ranges.First();
        if (range.From is null) return range.To is 0 || length == 0 ? None : new((int)Math.Max(0, length - range.To!.Value), length - 1);
        return range.From >= length ? None : new((int)range.From, (int)Math.Min(range.To ?? long.MaxValue, length - 1));
    }
}
