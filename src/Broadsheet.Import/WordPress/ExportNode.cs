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
        foreach (Match field in Fields().Matches(inner))
        {
            var (child, text) = (field.Groups["name"].Value, field.Groups["text"].Value);
            var read = child is "wp:comment" or "wp:postmeta" or "wp:commentmeta" ? Lenient(child, ">" + text) : new ExportNode(child) { Text = Plain(text) };
            foreach (Match attribute in Attributes().Matches(field.Groups["attributes"].Value)) read.attributes[attribute.Groups[1].Value] = WebUtility.HtmlDecode(attribute.Groups[2].Value);
            node.children.Add(read);
        }
        return node;
    }

    // Whatever stands between the first opening and the last closing of CDATA is the text, also if it holds some of its own.
    private static string Plain(string text)
    {
        var trimmed = text.Trim();
        return trimmed.StartsWith("<![CDATA[", StringComparison.Ordinal)
            ? (trimmed.EndsWith("]]>", StringComparison.Ordinal) ? trimmed[9..^3] : trimmed[9..]).Replace("]]]]><![CDATA[>", "]]>") : WebUtility.HtmlDecode(text);
    }

    [GeneratedRegex("""<(?<name>[\w:.-]+)(?<attributes>[^<>]*)>(?<text>.*?)</\k<name>\s*>""", RegexOptions.Singleline)]
    private static partial Regex Fields();

    [GeneratedRegex("""([\w:.-]+)\s*=\s*"([^"]*)["]""")]
    private static partial Regex Attributes();
}
