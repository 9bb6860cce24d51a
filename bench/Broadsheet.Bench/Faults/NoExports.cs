namespace Broadsheet.Bench.Faults;

/// <summary>Files that must be refused before anything is written.</summary>
public static class NoExports
{
    private const string Items = "<channel><item><title>&a9;</title></item></channel></rss>\n";

    private static readonly (string Name, string Text)[] All =
    [
        ("entities-without-end.xml", $"<?xml version=\"1.0\"?>\n<!DOCTYPE rss [<!ENTITY a0 \"lol\">{string.Concat(Enumerable.Range(1, 9).Select(n => $"<!ENTITY a{n} \"{string.Concat(Enumerable.Repeat($"&a{n - 1};", 10))}\">"))}]>\n<rss>{Items}"),
        ("entity-of-another-file.xml", $"<?xml version=\"1.0\"?>\n<!DOCTYPE rss [<!ENTITY a9 SYSTEM \"file:///etc/hostname\">]>\n<rss>{Items}"),
        ("other-document.xml", "<?xml version=\"1.0\"?>\n<rss version=\"2.0\"><channel><title>A feed</title><link>https://gazette.example</link></channel></rss>\n"),
        ("page.html", "<!doctype html><html><body><p>Not an export.</p></body></html>\n"),
        ("empty.xml", ""),
    ];

    /// <returns>The files.</returns>
    public static List<string> WriteTo(string folder)
    {
        Directory.CreateDirectory(folder);
        return [.. All.Select(one => Write(Path.Combine(folder, one.Name), one.Text))];
    }

    private static string Write(string file, string text)
    {
        File.WriteAllText(file, text);
        return file;
    }
}
