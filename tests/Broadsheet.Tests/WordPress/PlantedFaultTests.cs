using Broadsheet.Bench.Exports;
using Broadsheet.Bench.Faults;

namespace Broadsheet.Tests.WordPress;

/// <summary>An export with faults of every kind, as the bench writes it at any size: whatever is wrong is named, whatever is sound comes over.</summary>
public sealed class PlantedFaultTests : IDisposable
{
    private const int Posts = 300, Comments = 3_000;

    private readonly DirectoryInfo folder = Directory.CreateTempSubdirectory("broadsheet-faults-");

    public void Dispose() => folder.Delete(recursive: true);

    [Fact]
    public async Task The_report_names_every_fault_that_was_planted()
    {
        var (file, data) = (Path.Combine(folder.FullName, "export.xml"), Path.Combine(folder.FullName, "data"));
        var planted = new Planting(new OldPaper(Posts, Comments), Posts, cut: true).WriteTo(file);

        await Program.RunAsync("import", "wordpress", file, "--data", data);

        var missed = new Judge(planted, MoveReport.Of(data)).Missed().ToList();
        Assert.True(missed.Count == 0, string.Join('\n', missed));
    }

    [Fact]
    public void The_same_words_make_the_same_export()
    {
        var files = Enumerable.Range(0, 2).Select(number => Path.Combine(folder.FullName, $"{number}.xml")).ToList();
        foreach (var file in files) new Planting(new OldPaper(20, 200), 20, cut: false).WriteTo(file);

        Assert.Equal(File.ReadAllBytes(files[0]), File.ReadAllBytes(files[1]));
    }

    [Fact]
    public void Who_says_nothing_is_found_out()
    {
        var planted = new Planting(new OldPaper(20, 200), 20, cut: false).WriteTo(Path.Combine(folder.FullName, "export.xml"));
        var silent = new MoveReport(new(planted.Totals, new Dictionary<string, int>(), new Dictionary<string, int>(), new Dictionary<string, string>(), [], []), new(0, 0, []));

        var missed = new Judge(planted, silent).Missed().ToList();

        Assert.Equal(planted.Planted.Count(p => p.Part is not (Part.Nowhere or Part.Counts)), missed.Count);
    }
}
