using System.Buffers;
using System.Text;

namespace Broadsheet.Web.Caching;

/// <summary>
/// The head of a request as nearly all of them are: GET or HEAD, HTTP/1.1, whole, in visible ASCII, and nothing after it. It is plain when it asks
/// for a page and for nothing more than the page. Whatever else is left to the web server, which knows all of HTTP; when in doubt, not plain.
/// </summary>
public readonly ref struct PlainRequest
{
    /// <summary>Longer heads exist, and are the web server's to judge.</summary>
    public const int Longest = 8192, MostHeaders = 40;

    private static readonly SearchValues<byte> Visible = SearchValues.Create([.. Enumerable.Range(0x20, 0x7f - 0x20).Select(c => (byte)c), (byte)'\r', (byte)'\n']);
    private static readonly SearchValues<byte> TargetBytes = SearchValues.Create("/?&=%+-_.~"u8.ToArray().Concat("abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789"u8.ToArray()).ToArray());
    private static readonly SearchValues<byte> HostBytes = SearchValues.Create("abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789.-:[]"u8);
    private static readonly SearchValues<byte> NameBytes = SearchValues.Create("abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789-_"u8);

    private PlainRequest(int length, ReadOnlySpan<byte> target, bool isPlain)
    {
        Length = length;
        Target = target;
        IsPlain = isPlain;
    }

    /// <summary>In bytes, the empty line at the end included; 0 when it cannot be told where the request ends.</summary>
    public int Length { get; }

    /// <summary>Whether a kept page is the whole answer to it.</summary>
    public bool IsPlain { get; }

    public ReadOnlySpan<byte> Target { get; }
    public ReadOnlySpan<byte> AcceptEncoding { get; private init; }
    public ReadOnlySpan<byte> IfNoneMatch { get; private init; }

    /// <param name="bytes">May hold more than one request; the first is read.</param>
    /// <param name="longest">In bytes.</param>
    public static PlainRequest Read(ReadOnlySpan<byte> bytes, int longest = Longest, int mostHeaders = MostHeaders)
    {
        var method = bytes.StartsWith("GET /"u8) ? 3 : bytes.StartsWith("HEAD /"u8) ? 4 : 0;
        if (method == 0) return default;
        var end = bytes[..Math.Min(bytes.Length, longest)].IndexOf("\r\n\r\n"u8);
        if (end < 0) return default;
        var head = bytes[..(end + 2)];
        if (head.ContainsAnyExcept(Visible)) return default;

        var line = head[..head.IndexOf("\r\n"u8)];
        if (!line.EndsWith(" HTTP/1.1"u8)) return default;
        var target = line[(method + 1)..^" HTTP/1.1".Length];
        return target.ContainsAnyExcept(TargetBytes) ? default : WithHeaders(head[(line.Length + 2)..], target, end + 4, mostHeaders, isPlain: method == 3);
    }

    private static PlainRequest WithHeaders(ReadOnlySpan<byte> lines, ReadOnlySpan<byte> target, int length, int mostHeaders, bool isPlain)
    {
        ReadOnlySpan<byte> encoding = default, known = default;
        var hosts = 0;
        for (var count = 0; lines.Length > 0; count++)
        {
            var end = lines.IndexOf((byte)'\r');
            if (count == mostHeaders || end + 1 >= lines.Length || lines[end + 1] != '\n') return default;
            var line = lines[..end];
            lines = lines[(end + 2)..];
            var colon = line.IndexOf((byte)':');
            if (colon <= 0 || line.Contains((byte)'\n') || line[..colon].ContainsAnyExcept(NameBytes)) return default;
            var value = line[(colon + 1)..].Trim((byte)' ');
            switch (KindOf(line[..colon]))
            {
                case Kind.Host when value.Length > 0 && !value.ContainsAnyExcept(HostBytes): hosts++; break;
                case Kind.AcceptEncoding when encoding.IsEmpty: encoding = value; break;
                case Kind.IfNoneMatch when known.IsEmpty: known = value; break;
                case Kind.Connection when Ascii.EqualsIgnoreCase(value, "keep-alive"u8): break;
                case Kind.Other: break;
                case Kind.AsksMore or Kind.AcceptEncoding or Kind.IfNoneMatch: isPlain = false; break;
                default: return default;
            }
        }
        return hosts == 1 ? new PlainRequest(length, target, isPlain) { AcceptEncoding = encoding, IfNoneMatch = known } : default;
    }

    private enum Kind { Other, Host, AcceptEncoding, IfNoneMatch, Connection, AsksMore, Odd }

    // By length first: most headers need no comparison at all. All that changes how a request is answered must be here, as asking for more,
    // and all that changes how it is to be read, or what becomes of the connection, as odd.
    private static Kind KindOf(ReadOnlySpan<byte> name) => name.Length switch
    {
        2 => Is(name, "TE"u8, Kind.Odd),
        4 => Is(name, "Host"u8, Kind.Host),
        5 => Is(name, "Range"u8, Kind.AsksMore),
        6 => Is(name, "Expect"u8, Kind.Odd),
        7 => Is(name, "Upgrade"u8, Kind.Odd) | Is(name, "Trailer"u8, Kind.Odd),
        8 => Is(name, "If-Match"u8, Kind.AsksMore) | Is(name, "If-Range"u8, Kind.AsksMore),
        10 => Is(name, "Connection"u8, Kind.Connection),
        13 => Is(name, "If-None-Match"u8, Kind.IfNoneMatch),
        14 => Is(name, "Content-Length"u8, Kind.Odd) | Is(name, "HTTP2-Settings"u8, Kind.Odd),
        15 => Is(name, "Accept-Encoding"u8, Kind.AcceptEncoding),
        16 => Is(name, "Proxy-Connection"u8, Kind.Odd),
        17 => Is(name, "Transfer-Encoding"u8, Kind.Odd) | Is(name, "If-Modified-Since"u8, Kind.AsksMore),
        19 => Is(name, "If-Unmodified-Since"u8, Kind.AsksMore),
        _ => Kind.Other,
    };

    private static Kind Is(ReadOnlySpan<byte> name, ReadOnlySpan<byte> known, Kind kind) => Ascii.EqualsIgnoreCase(name, known) ? kind : Kind.Other;
}
