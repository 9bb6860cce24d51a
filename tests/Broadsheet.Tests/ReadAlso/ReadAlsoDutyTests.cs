using Broadsheet.Web.Features.ReadAlso;
using Broadsheet.Web.Features.Serving;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace Broadsheet.Tests.ReadAlso;

public sealed class ReadAlsoDutyTests(Paper paper) : PaperTest
{
    [Fact]
    public async Task What_happened_while_nobody_had_the_duty_is_made_good_by_the_next_who_has_it()
    {
        var stop = TestContext.Current.CancellationToken;
        var (first, taken) = (await paper.PublishAsync("Sluice gate jams", Sluice(1)), await paper.PublishAsync("Sluice gate freed", Sluice(2)));
        Assert.Equal($"{taken.Id}", await ListAsync(first));

        await paper.Part<ReadAlsoDesk>().StopAsync(stop);
        var late = await paper.PublishElsewhereAsync("Sluice gate inquiry", Sluice(3));
        await paper.WithdrawAsync(taken);
        Assert.Null(await ListAsync(late));

        await using var next = await Newspaper.OpenAsync(paper.Settings, "http://127.0.0.1:0", demo: false, stop);
        await next.StartAsync(stop);
        await next.Services.GetRequiredService<ReadAlsoDesk>().CatchUpAsync(stop);

        Assert.Equal(($"{late.Id}", $"{first.Id}", null), (await ListAsync(first), await ListAsync(late), await ListAsync(taken)));
    }

    /// <summary>Null when none is stored.</summary>
    private Task<string?> ListAsync(Piece piece) =>
        paper.AskAsync(async db => await db.ReadAlso.SingleOrDefaultAsync(l => l.ArticleId == piece.Id) is { } list ? string.Join(' ', list.Picks) : null);

    private static string Sluice(int n) => $"The sluice gate jammed in the millrace and eels stranded; millers winched the gate while the millrace drained, entry {n}.";
}
