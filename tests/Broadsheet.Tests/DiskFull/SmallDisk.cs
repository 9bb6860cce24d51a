using System.Diagnostics;

namespace Broadsheet.Tests.DiskFull;

/// <summary>
/// A disk of a few megabytes with a paper on it: memory that is mounted for its own programs alone, so that nothing of it is left, however a test ends.
/// </summary>
public sealed class SmallDisk : IDisposable
{
    private const int Megabytes = 8, Block = 4096, NoSpace = 28;

    private readonly DirectoryInfo home = Directory.CreateTempSubdirectory("broadsheet-disk-");
    private readonly Process holder;

    public SmallDisk()
    {
        holder = Hold(home.FullName);
        if (holder.StandardOutput.ReadLine() == "mounted") return;
        var reason = holder.StandardError.ReadToEnd().Trim();
        Dispose();
        Assert.Skip($"no small disk can be mounted here, which needs Linux and the right to make namespaces (unshare --map-root-user --mount): {reason}");
    }

    /// <summary>Of the paper, as its own programs see it.</summary>
    public string Data => Path.Combine(home.FullName, "data");

    /// <summary>Runs the rest of a line where the disk is.</summary>
    public string[] Place => ["nsenter", $"--target={holder.Id}", "--user", "--mount", "--preserve-credentials"];

    private string Root => $"/proc/{holder.Id}/root{home.FullName}";

    private string Filler => Path.Combine(Root, "filler");

    // The same folder, as the test sees it.
    private string Files => Path.Combine(Root, "data");

    public Task<Program.Ran> RunAsync(params string[] words) => Program.EndAsync(Program.StartWithin(Place, [], [.. words, "--data", Data]));

    /// <summary>Until there is no room for another block, but for so many.</summary>
    public void Fill(int leave = 0)
    {
        using var filler = File.OpenHandle(Filler, FileMode.Create, FileAccess.Write);
        try { for (var at = 0L; ; at += Block) RandomAccess.Write(filler, new byte[Block], at); }
        catch (IOException full) when (full.HResult == NoSpace) { RandomAccess.SetLength(filler, RandomAccess.GetLength(filler) - leave * Block); }
    }

    public void MakeRoom() => File.Delete(Filler);

    /// <summary>Names of all files of the paper's folder for pictures.</summary>
    public string[] Pictures() => Directory.GetFiles(Path.Combine(Files, "media"), "*", SearchOption.AllDirectories);

    /// <summary>A paper that was made elsewhere. Nobody may write meanwhile.</summary>
    public void CopyFrom(string folder) => Copy(folder, Files);

    /// <inheritdoc cref="CopyFrom"/>
    public void CopyTo(string folder) => Copy(Files, folder);

    public void Dispose()
    {
        holder.StandardInput.Close();
        holder.WaitForExit();
        holder.Dispose();
        home.Delete(recursive: true);
    }

    // The database with its log of writes, but not the memory that its programs share.
    private static void Copy(string from, string to)
    {
        foreach (var file in new[] { "broadsheet.json", "broadsheet.db", "broadsheet.db-wal", "keys/seal.key" }.Where(file => File.Exists(Path.Combine(from, file))))
        {
            Directory.CreateDirectory(Path.GetDirectoryName(Path.Combine(to, file))!);
            File.Copy(Path.Combine(from, file), Path.Combine(to, file));
        }
    }

    // It ends when the test does, with its standard input.
    private static Process Hold(string folder)
    {
        var script = $"mount -t tmpfs -o size={Megabytes}m tmpfs '{folder}' && echo mounted && exec cat >/dev/null";
        try { return Process.Start(new ProcessStartInfo("unshare", ["--map-root-user", "--mount", "sh", "-c", script]) { RedirectStandardInput = true, RedirectStandardOutput = true, RedirectStandardError = true })!; }
        catch (System.ComponentModel.Win32Exception missing)
        {
            Assert.Skip($"there is no unshare (util-linux): {missing.Message}");
            throw;
        }
    }
}
