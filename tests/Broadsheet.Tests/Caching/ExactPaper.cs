namespace Broadsheet.Tests.Caching;

/// <summary>A paper with a theme that may be changed, and with an address of its own in its pages: so that another program's pages of it are the same, byte for byte.</summary>
public sealed class ExactPaper : Paper
{
    /// <summary>Where a strange reader's first reply waits.</summary>
    protected override Dictionary<string, string> Wishes => new()
    {
        ["Comments:Hold"] = "first", ["Comments:Flood"] = "off", ["Site:Url"] = "https://gazette.example", ["Site:Tagline"] = "All that is new", ["Theme:Folder"] = Theme,
    };

    private string Theme => Path.Combine(Folder, "theme");

    protected override void Prepare()
    {
        var from = Path.Combine(Repository.Root, "themes", "broadsheet");
        foreach (var file in Directory.GetFiles(from, "*", SearchOption.AllDirectories))
        {
            var to = Path.Combine(Theme, Path.GetRelativePath(from, file));
            Directory.CreateDirectory(Path.GetDirectoryName(to)!);
            File.Copy(file, to);
        }
    }

    public void ChangeTheme(string file, Func<string, string> change) => File.WriteAllText(Path.Combine(Theme, file), change(File.ReadAllText(Path.Combine(Theme, file))));

    /// <summary>Beside the manuscripts, so that they can name it.</summary>
    public void Draw(string file, string colour)
    {
        var desk = Directory.CreateDirectory(Path.Combine(Folder, "..", "desk")).FullName;
        File.WriteAllText(Path.Combine(desk, file), $"""<svg xmlns="http://www.w3.org/2000/svg" width="1200" height="800"><rect width="1200" height="800" fill="{colour}"/></svg>""");
    }
}
