using System.Security.Cryptography;
using System.Text;
using Broadsheet.Bench.Load;

namespace Broadsheet.Bench.Speed;

/// <summary>The bytes of our own pages on disk, for the limits to serve.</summary>
public sealed class SavedPages(string folder)
{
    public string Folder => folder;

    /// <summary>Where a limit finds the page: a static file has no query.</summary>
    public static string At(string path) =>
        path.Contains('?') ? $"/found/{Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(path)))[..16]}/" : path;

    public Task SaveAsync(string server, IEnumerable<string> paths, CancellationToken stop) =>
        Parallel.ForEachAsync(paths, new ParallelOptions { MaxDegreeOfParallelism = Visitor.AtOnce, CancellationToken = stop }, async (path, token) => await SaveAsync(server, path, token));

    private async Task SaveAsync(string server, string path, CancellationToken stop)
    {
        using var answer = await Visitor.Http.SendAsync(Visitor.Get(server + path), stop);
        if (!answer.IsSuccessStatusCode || answer.Content.Headers.ContentEncoding.SingleOrDefault() != "gzip")
            throw new InvalidOperationException($"{path} was answered with {(int)answer.StatusCode} {answer.Content.Headers.ContentEncoding}");
        var place = Directory.CreateDirectory(folder + At(path)).FullName;
        await File.WriteAllBytesAsync(Path.Combine(place, "index.html.gz"), await answer.Content.ReadAsByteArrayAsync(stop), stop);
        // nginx looks for the plain page first and then sends the compressed one; nobody here asks for the plain one.
        await File.WriteAllBytesAsync(Path.Combine(place, "index.html"), [], stop);
    }
}
