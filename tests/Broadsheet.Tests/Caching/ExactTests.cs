using System.Text;
using Broadsheet.Web.Caching;
using Broadsheet.Web.Features.ReadAlso;

namespace Broadsheet.Tests.Caching;

/// <summary>The great test: whatever changes, every page in memory is what a program with nothing in memory would show.</summary>
public sealed class ExactTests(ExactPaper paper) : PaperTest<ExactPaper>
{
    // What a program has worked out since its start must not matter either: now and then the judge is a new one.
    private const int CasesPerJudge = 12;

    [Fact]
    public async Task After_every_change_every_page_is_as_if_it_were_drawn_anew()
    {
        var edition = new Edition(paper);
        await edition.FillAsync();
        await paper.Part<ReadAlsoDesk>().CatchUpAsync(default);
        var faults = new StringBuilder();
        foreach (var changes in EveryChange.All(paper).Chunk(CasesPerJudge))
        {
            await using var judge = await SecondProgram.OpenAsync(paper);
            await CompareAsync("at first", edition, judge, faults);
            foreach (var change in changes) await TryAsync(change, edition, judge, faults);
        }
        Assert.True(faults.Length == 0, faults.ToString());
    }

    private async Task TryAsync(Change change, Edition edition, SecondProgram judge, StringBuilder faults)
    {
        await SeeKeptAsync(change.Name, edition, faults);
        var before = edition.Pages;
        await change.MakeAsync(edition);
        // Made in the background, and stored: what is seen of it must not lag behind what is stored.
        await paper.Part<ReadAlsoDesk>().CatchUpAsync(default);
        var after = await CompareAsync(change.Name, edition, judge, faults);
        foreach (var page in change.Stays)
            if (after.SingleOrDefault(s => s.Page == page) is not { IsHit: true }) faults.AppendLine($"{change.Name}: {page} had no reason to leave");
        TestContext.Current.TestOutputHelper!.WriteLine($"{change.Name}: {after.Count(s => before.Contains(s.Page) && s.MayBeKept && !s.IsHit)} of {after.Count(s => s.MayBeKept)} pages drawn anew");
    }

    /// <summary>Without this the test would pass when nothing is kept at all.</summary>
    private async Task SeeKeptAsync(string change, Edition edition, StringBuilder faults)
    {
        foreach (var sheet in await Sheet.ReadAsync(paper.Browser, edition.Pages))
            if (sheet.MayBeKept && !sheet.IsHit) faults.AppendLine($"before {change}: {sheet.Page} ({sheet.Status}) was not kept: {sheet.CacheStatus}");
    }

    private async Task<List<Sheet>> CompareAsync(string change, Edition edition, SecondProgram judge, StringBuilder faults)
    {
        var shown = await Sheet.ReadAsync(paper.Browser, edition.Pages);
        var drawn = await judge.DrawAsync(edition.Pages);
        var stale = shown.Zip(drawn).Select(pair => (pair.First, Fault: pair.First.DiffersFrom(pair.Second))).Where(pair => pair.Fault is not null).ToList();
        foreach (var (sheet, fault) in stale) faults.AppendLine($"{change}: {sheet.Page} ({sheet.CacheStatus}) says {fault}");
        // What is stale now would be told of again after every later change.
        if (stale.Count > 0)
        {
            paper.Part<PageCache>().Drop(null);
            await Sheet.ReadAsync(paper.Browser, edition.Pages);
        }
        return shown;
    }
}
