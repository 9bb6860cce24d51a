using System.Net;
using System.Text.RegularExpressions;
using System.Xml;

namespace Broadsheet.Import.WordPress;

/// <summary>An element of an export, by its name as written ("wp:post_id"): its own text, and the elements within it.</summary>
internal sealed partial class ExportNode
{
    private readonly Dictionary<string, string> attributes = [];
    private readonly List<ExportNode> children = [];

    private ExportNode(string name) => Name = name;

    public string Name { get; }

    public string Text { get; private set; } = "";

    public string? Attribute(string name) => attributes.GetValueOrDefault(name);

    public bool Has(string name) => children.Any(c => c.Name == name);

    public IEnumerable<ExportNode> All(string name) => children.Where(c => c.Name == name);

    /// <summary>Trimmed; empty when there is none.</summary>
    public string this[string name] => children.FirstOrDefault(c => c.Name == name)?.Text.Trim() ?? "";

    /// <summary>As it stands, not trimmed.</summary>
    public string Whole(string name) => children.FirstOrDefault(c => c.Name == name)?.Text ?? "";

    /// <summary>Reads what is there. An element that is no XML is read for the fields that can be told apart in it.</summary>
    /// <param name="fault">What is wrong with it; null when nothing is.</param>
    public static ExportNode Read(ElementScanner.Element element, out string? fault)
    {
        fault = element.IsWhole ? null : "its end is missing";
        if (element.IsWhole)
            try { return Strict(element.Xml); }
            catch (XmlException broken) { fault = $"it is no XML ({broken.Message})"; }
        return Lenient(element.Name, element.Xml);
    }

    private static ExportNode Strict(string xml)
    {
        using var reader = new XmlTextReader(xml, XmlNodeType.Element, null) { Namespaces = false, DtdProcessing = DtdProcessing.Prohibit, XmlResolver = null };
        Stack<ExportNode> open = [];
        while (reader.Read())
            switch (reader.NodeType)
            {
                case XmlNodeType.Element:
                    var node = new ExportNode(reader.Name);
                    if (open.TryPeek(out var parent)) parent.children.Add(node);
                    var empty = reader.IsEmptyElement;
                    while (reader.MoveToNextAttribute()) node.attributes[reader.Name] = reader.Value;
                    if (open.Count == 0 && empty) return node;
                    if (!empty) open.Push(node);
                    break;
                case XmlNodeType.EndElement:
                    if (open.Pop() is var closed && open.Count == 0) return closed;
                    break;
                case XmlNodeType.Text or XmlNodeType.CDATA or XmlNodeType.Whitespace or XmlNodeType.SignificantWhitespace:
                    open.Peek().Text += reader.Value;
                    break;
            }
        throw new XmlException("its end is missing");
    }

    private static ExportNode Lenient(string name, string xml)
    {
        var node = new ExportNode(name);
        var inner = xml[(xml.IndexOf('>') + 1)..];
        Match? open = null;
        foreach (Match mark in Marks().Matches(inner))
        {
            if (!mark.Groups["name"].Success || !IsField(mark.Groups["name"].Value)) continue;
            if (open is not null && !Ends(open, mark)) continue;
            if (open is not null) node.AddLenient(open, inner[(open.Index + open.Length)..mark.Index]);
            open = mark.Groups["close"].Success || mark.Groups["empty"].Success ? null : mark;
        }
        if (open is not null) node.AddLenient(open, inner[(open.Index + open.Length)..]);
        return node;
    }

    private void AddLenient(Match open, string text)
    {
        var name = open.Groups["name"].Value;
        var child = IsFrame(name) ? Lenient(name, ">" + text) : new ExportNode(name) { Text = Plain(text) };
        foreach (Match attribute in Attributes().Matches(open.Groups["attributes"].Value)) child.attributes[attribute.Groups[1].Value] = WebUtility.HtmlDecode(attribute.Groups[2].Value);
        children.Add(child);
    }

    // A field ends with its own end, or where that is missing with the beginning of the next one, or with the end of what holds it.
    private static bool Ends(Match open, Match mark)
    {
        var (name, next, closes) = (open.Groups["name"].Value, mark.Groups["name"].Value, mark.Groups["close"].Success);
        return name == next || (IsFrame(name) ? IsFrame(next) && !closes && next != "wp:commentmeta" : !closes);
    }

    private static bool IsFrame(string name) => name is "wp:comment" or "wp:postmeta" or "wp:commentmeta";

    private static bool IsField(string name) => name.Contains(':') || name is "title" or "link" or "pubDate" or "guid" or "description" or "category";

    // Whatever stands between the first opening and the last closing of CDATA is the text, also if it holds some of its own.
    private static string Plain(string text)
    {
        var trimmed = text.Trim();
        return trimmed.StartsWith("<![CDATA[", StringComparison.Ordinal)
            ? (trimmed.EndsWith("]]>", StringComparison.Ordinal) ? trimmed[9..^3] : trimmed[9..]).Replace("]]]]><![CDATA[>", "]]>") : WebUtility.HtmlDecode(text);
    }

    // What stands in CDATA is text, whatever it looks like.
    [GeneratedRegex("""<!\[CDATA\[.*?\]\]>|<(?<close>/)?(?<name>[\w:.-]+)(?<attributes>(?:\s[^<>]*?)?)(?<empty>/)?>""", RegexOptions.Singleline)]
    private static partial Regex Marks();

    [GeneratedRegex("""([\w:.-]+)\s*=\s*"([^"]*)["]""")]
    private static partial Regex Attributes();
}
