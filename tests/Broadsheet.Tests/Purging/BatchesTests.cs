using Broadsheet.Web.Features.Purging;

namespace Broadsheet.Tests.Purging;

public sealed class BatchesTests
{
    [Fact]
    public void Every_name_is_in_one_lot_and_no_lot_is_too_large()
    {
        string[] names = [.. Enumerable.Range(1, 3000).Select(n => $"article:{n * 1_000_003L}")];

        var lots = Batches.Of(names).ToList();

        Assert.Equal(names, lots.SelectMany(lot => lot.Split(' ')));
        Assert.All(lots, lot => Assert.True(lot.Length <= Batches.MostSigns && lot.Split(' ').Length <= Batches.MostNames));
    }

    [Fact]
    public void A_few_names_are_one_lot_and_none_are_none()
    {
        Assert.Equal(["front articles"], Batches.Of(["front", "articles"]));
        Assert.Empty(Batches.Of([]));
    }

    [Fact]
    public void Short_names_are_counted_too() => Assert.Equal([Batches.MostNames, 50], Batches.Of(Enumerable.Repeat("a", 300)).Select(lot => lot.Split(' ').Length));
}
