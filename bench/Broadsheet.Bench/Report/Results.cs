using System.Text;
using Broadsheet.Bench.Hosting;
using Broadsheet.Bench.Machine;

namespace Broadsheet.Bench.Report;

/// <summary>What a verb found: said on stdout, and kept as one section of the file of results, in the place of that section's last run.</summary>
public sealed class Results(Workplace work, string title)
{
    private readonly StringBuilder text = new($"## {title}\n\n{MachineCard.Line()}\n\n");

    public void Say(string markdown)
    {
        text.Append(markdown).Append('\n');
        Console.WriteLine(markdown);
    }

    public void Say(string heading, Table table) => Say($"### {heading}\n\n{table}");

    /// <summary>Kept beside the file of results; nothing without one.</summary>
    public void Draw(string name, string svg)
    {
        if (work.Results is not { } file) return;
        File.WriteAllText(Path.Combine(Path.GetDirectoryName(Path.GetFullPath(file))!, name), svg);
        text.Append($"![{title}]({name})\n\n");
    }

    public void Keep()
    {
        if (work.Results is not { } file) return;
        var sections = File.Exists(file) ? Sections(File.ReadAllText(file)) : ["# Results\n\n"];
        var at = sections.FindIndex(s => s.StartsWith($"## {title}\n"));
        if (at < 0) sections.Add(text.ToString());
        else sections[at] = text.ToString();
        File.WriteAllText(file, string.Join("\n", sections.Select(s => s.TrimEnd('\n') + "\n")));
    }

    private static List<string> Sections(string file)
    {
        var parts = file.Split("\n## ");
        return [parts[0], .. parts.Skip(1).Select(p => "## " + p)];
    }
}
