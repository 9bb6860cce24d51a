using System.Text;
using Broadsheet.Import.Moving;

namespace Broadsheet.Import.WordPress;

/// <summary>
/// Cuts an export into the elements below its channel, one at a time and as text, so that a broken one spoils none of the others
/// and no more than one is in memory. Characters that XML does not know are left out.
/// </summary>
internal sealed class ElementScanner(TextReader from, string file)
{
    /// <param name="Line">Of its first character; from 1.</param>
    /// <param name="IsWhole">False when its end is missing: the file ends there, or the next one begins.</param>
    /// <param name="LeftOut">How many control characters stood in it.</param>
    /// <param name="Mended">How many characters of it were bytes of another encoding.</param>
    public sealed record Element(string Name, string Xml, int Line, bool IsWhole, int LeftOut, int Mended);

    /// <summary>No element of a newspaper is longer, in characters; a quotation mark that never closes must not fill the memory.</summary>
    public const int Longest = 64 * 1024 * 1024;

    // Of places at once: a file may be padded with millions.
    private const int MostNoted = 100_000;

    private const string CData = "<![CDATA[", CDataEnd = "]]>";

    // What only holds other elements.
    private static readonly HashSet<string> Frames = ["rss", "channel", "rdf:RDF"];

    private readonly StringBuilder text = new();
    private readonly char[] block = new char[1 << 13];
    // Places of characters that are not in the text, counted from its beginning.
    private readonly Queue<long> leftOut = new(), mended = new();
    private string window = "";
    private int at, line = 1;
    private long read;
    private bool ended;

    /// <summary>Null at the end of the file.</summary>
    /// <exception cref="NotAnExport">The file brings a document type of its own: entities that grow without end, or name other files.</exception>
    public Element? Next()
    {
        while (SkipTo('<'))
        {
            if (Has("<!--")) SkipPast("-->");
            else if (Has(CData)) SkipPast(CDataEnd);
            else if (Has("<!DOCTYPE")) throw new NotAnExport("it declares a document type, which no export of WordPress does", new(file, line));
            else if (Has("<?") || Has("</") || Has("<!")) SkipPast(">");
            else if (NameHere() is { Length: > 0 } name && !Frames.Contains(name)) return Take(name);
            else SkipPast(">");
        }
        return null;
    }

    private Element Take(string name)
    {
        text.Clear();
        // What stood before it is not its own.
        Passed(leftOut);
        Passed(mended);
        var begins = line;
        var whole = TakeWhole($"</{name}", $"<{name}");
        return new(name, text.ToString(), begins, whole, Passed(leftOut), Passed(mended));
    }

    private bool TakeWhole(string end, string again)
    {
        if (!TakePast(">")) return false;
        if (text[^2] == '/') return true;
        while (TakeTo('<'))
        {
            if (text.Length > Longest) return false;
            if (Has(CData)) { if (!TakePast(CDataEnd)) return false; }
            else if (Has(end) && EndsName(end.Length))
            {
                TakePast(">");
                return true;
            }
            else if (Has(again) && EndsName(again.Length)) return false;
            else TakePast("<");
        }
        return false;
    }

    private int Passed(Queue<long> places)
    {
        var (count, here) = (0, read - (window.Length - at));
        for (; places.TryPeek(out var place) && place < here; count++) places.Dequeue();
        return count;
    }

    private bool EndsName(int length) => Fill(length + 1) && window[at + length] is '>' or '/' or ' ' or '\t' or '\n' or '\r';

    private string NameHere()
    {
        Fill(100);
        var end = at + 1;
        while (end < window.Length && (char.IsLetterOrDigit(window[end]) || window[end] is ':' or '_' or '-' or '.')) end++;
        return window[(at + 1)..end];
    }

    private bool Has(string what) => Fill(what.Length) && string.CompareOrdinal(window, at, what, 0, what.Length) == 0;

    private bool SkipTo(char what) => To(what, keep: false);

    private bool TakeTo(char what) => To(what, keep: true);

    private void SkipPast(string what) => Past(what, keep: false);

    private bool TakePast(string what) => Past(what, keep: true);

    private bool To(char what, bool keep)
    {
        while (Fill(1))
        {
            var found = window.IndexOf(what, at);
            Move(found < 0 ? window.Length : found, keep);
            if (found >= 0) return true;
        }
        return false;
    }

    private bool Past(string what, bool keep)
    {
        while (Fill(what.Length))
        {
            var found = window.IndexOf(what, at, StringComparison.Ordinal);
            // The end of the window may hold its beginning.
            Move(found < 0 ? window.Length - what.Length + 1 : found + what.Length, keep);
            if (found >= 0) return true;
            if (text.Length > Longest) return false;
        }
        Move(window.Length, keep);
        return false;
    }

    private void Move(int to, bool keep)
    {
        var passed = window.AsSpan(at, to - at);
        line += passed.Count('\n');
        if (keep) text.Append(passed);
        at = to;
    }

    private bool Fill(int characters)
    {
        while (window.Length - at < characters && !ended)
        {
            var count = from.Read(block, 0, block.Length);
            ended = count == 0;
            var legal = Legal(block.AsSpan(0, count));
            window = string.Concat(window.AsSpan(at), legal);
            (at, read) = (0, read + legal.Length);
        }
        return window.Length - at >= characters;
    }

    // Tab, line feed and return are the only control characters of XML 1.0.
    private ReadOnlySpan<char> Legal(Span<char> characters)
    {
        var kept = 0;
        foreach (var c in characters)
            if (c is >= ' ' and not ('\uFFFE' or '\uFFFF') or '\t' or '\n' or '\r') characters[kept++] = c;
            else if ((c == ExportText.Mended ? mended : leftOut) is { Count: < MostNoted } noted) noted.Enqueue(read + kept);
        return characters[..kept];
    }
}
