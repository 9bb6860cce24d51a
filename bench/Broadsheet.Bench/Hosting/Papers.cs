using Broadsheet.Bench.Corpus;
using Broadsheet.Web.Hosting;

namespace Broadsheet.Bench.Hosting;

/// <summary>The papers that are measured; each is written once and kept.</summary>
public static class Papers
{
    /// <summary>The data folder of a paper on SQLite that verbs only read.</summary>
    public static async Task<string> OfAsync(Workplace work, int articles, CancellationToken stop)
    {
        var folder = Path.Combine(work.Folder, $"paper-{articles}");
        if (!File.Exists(Path.Combine(folder, CorpusVerb.UrlFile)))
            await CorpusVerb.WriteAsync(Settings.Read(work.Fresh($"paper-{articles}"), null), articles, null, stop);
        return folder;
    }

    /// <summary>A copy to write in.</summary>
    public static async Task<string> CopyAsync(Workplace work, int articles, string name, CancellationToken stop) =>
        Folders.Copy(await OfAsync(work, articles, stop), work.Fresh(name));

    public static string[] Urls(string paper) => File.ReadAllLines(Path.Combine(paper, CorpusVerb.UrlFile));
}
