namespace Broadsheet.Tests;

/// <summary>Data that lies beside the repository and not in it: BROADSHEET_SHARED, else ../shared. A test that needs it is skipped where it is not.</summary>
public static class Shared
{
    public static string Need(string path)
    {
        var found = Roots().Select(root => Path.Combine(root, path)).FirstOrDefault(p => File.Exists(p) || Directory.Exists(p));
        if (found is null) Assert.Skip($"there is no {path}: set BROADSHEET_SHARED to the folder that holds it, or put it into ../shared beside the repository");
        return found!;
    }

    private static IEnumerable<string> Roots()
    {
        if (Environment.GetEnvironmentVariable("BROADSHEET_SHARED") is { Length: > 0 } named) yield return named;
        else yield return Path.Combine(Repository.Root, "..", "shared");
    }
}

/// <summary>The repository around the tests.</summary>
public static class Repository
{
    public static string Root { get; } = Above(AppContext.BaseDirectory);

    private static string Above(string folder) =>
        File.Exists(Path.Combine(folder, "Broadsheet.slnx")) ? folder : Above(Path.GetDirectoryName(folder) ?? throw new DirectoryNotFoundException("Broadsheet.slnx is in no folder above the tests"));
}
