using System.Globalization;
using YamlDotNet.RepresentationModel;

namespace Broadsheet.Import.Manuscripts;

/// <summary>Reads the fields above a manuscript; what is wrong is noted with its line and field, and reading goes on.</summary>
internal sealed class FrontMatter(string file, YamlMappingNode fields, List<Fault> faults, string prefix = "")
{
    private readonly HashSet<string> known = [];

    public string? Text(string name, int longest = 2000)
    {
        if (Node(name) is not { } node) return null;
        if (node is not YamlScalarNode { Value: { } value }) return Wrong(name, "must be a text");
        if (value.Length > longest) return Wrong(name, $"has {value.Length} characters, at most {longest} are allowed");
        return value.Trim() is { Length: > 0 } text ? text : null;
    }

    public string Required(string name, int longest = 2000)
    {
        var text = Text(name, longest);
        if (text is null && !faults.Any(f => f.Field == prefix + name)) Wrong(name, "is missing");
        return text ?? "";
    }

    public List<string> List(string name) => Node(name) switch
    {
        null => [],
        YamlScalarNode { Value: { } one } => [.. one.Split(',', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries)],
        YamlSequenceNode many when many.All(n => n is YamlScalarNode) => [.. many.Select(n => ((YamlScalarNode)n).Value!.Trim()).Where(t => t.Length > 0)],
        _ => Wrong(name, "must be a list of texts") is null ? [] : [],
    };

    /// <summary>A time in UTC. Without an offset it is the paper's own time.</summary>
    public DateTime? Time(string name, TimeZoneInfo zone)
    {
        if (Text(name) is not { } text) return null;
        if (!DateTimeOffset.TryParse(text, CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal | DateTimeStyles.AllowWhiteSpaces, out var time))
        {
            Wrong(name, $"\"{text}\" is not a date; write 2026-11-22 or 2026-11-22T18:30");
            return null;
        }
        var hasOffset = text.EndsWith('Z') || (text.Contains('T') || text.Contains(' ')) && text.LastIndexOfAny(['+', '-']) > text.IndexOf(':');
        return hasOffset ? time.UtcDateTime : InZone(time.DateTime, zone);
    }

    public int? Number(string name, int least, int most)
    {
        if (Text(name) is not { } text) return null;
        if (int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var number) && number >= least && number <= most) return number;
        Wrong(name, $"must be a number from {least} to {most}, not \"{text}\"");
        return null;
    }

    public string? Choice(string name, params string[] choices)
    {
        if (Text(name) is not { } text) return null;
        return choices.Contains(text) ? text : Wrong(name, $"must be {string.Join(" or ", choices)}, not \"{text}\"");
    }

    public FrontMatter? Group(string name)
    {
        if (Node(name) is not { } node) return null;
        if (node is YamlMappingNode group) return new FrontMatter(file, group, faults, prefix + name + ".");
        Wrong(name, "must have fields of its own, each on a line");
        return null;
    }

    /// <summary>One group of fields, or a list of them.</summary>
    public List<FrontMatter> Groups(string name)
    {
        if (Node(name) is not YamlSequenceNode many) return Group(name) is { } one ? [one] : [];
        if (many.All(node => node is YamlMappingNode)) return [.. many.Select(node => new FrontMatter(file, (YamlMappingNode)node, faults, prefix + name + "."))];
        Wrong(name, "must be a list of entries that have fields");
        return [];
    }

    /// <summary>To be called last: a field that nothing asked for is most likely a slip of the pen.</summary>
    public void RefuseUnknown()
    {
        foreach (var key in fields.Children.Keys.OfType<YamlScalarNode>().Where(k => !known.Contains(k.Value ?? "")))
            faults.Add(new Fault(file, (int)key.Start.Line, prefix + key.Value, $"is not a field of a manuscript; known here: {string.Join(", ", known.Order())}"));
    }

    public int LineOf(string name) => Node(name) is { } node ? (int)node.Start.Line : 1;

    private YamlNode? Node(string name)
    {
        known.Add(name);
        return fields.Children.TryGetValue(new YamlScalarNode(name), out var node) ? node : null;
    }

    private string? Wrong(string name, string message)
    {
        faults.Add(new Fault(file, LineOf(name), prefix + name, message));
        return null;
    }

    // In the hour that a spring night leaves out, the clock already shows summer time.
    private static DateTime InZone(DateTime local, TimeZoneInfo zone)
    {
        var bare = DateTime.SpecifyKind(local, DateTimeKind.Unspecified);
        return TimeZoneInfo.ConvertTimeToUtc(zone.IsInvalidTime(bare) ? bare.AddHours(1) : bare, zone);
    }
}
