using Broadsheet.Bench.Exports;

namespace Broadsheet.Bench.Faults;

/// <summary>Two things that claim to be one, and one that comes twice.</summary>
internal static class Twice
{
    public static readonly Kind[] Kinds =
    [
        new("number of another post", Part.Faults, ["number"], seed => Pair(seed, (first, second) => second with { Id = first.Id })),
        new("GUID of another post", Part.Faults, ["guid"], seed => Pair(seed, (first, second) => second with { Guid = first.Guid })),
        new("address of another post", Part.Faults, ["address"], seed => Pair(seed, (first, second) => second with { Slug = first.Slug, Link = first.Link }, byNumber: true)),
        new("the same item twice", Part.LeftOut, ["twice"], Same),
        new("number of another reply", Part.Faults, ["number"], Replies),
    ];

    private static Plant Same(Seed seed)
    {
        var post = seed.Post();
        return new(post, post) { Words = [seed.Sound] };
    }

    private static Plant Pair(Seed seed, Func<ExportItem, ExportItem, ExportItem> claim, bool byNumber = false)
    {
        var first = seed.Post();
        return new(first, claim(first, seed.Post())) { Words = [seed.Sound], ByNumber = byNumber };
    }

    private static Plant Replies(Seed seed)
    {
        var (first, second) = (seed.Reply($"The first one says {seed.Name("reply")}"), seed.Reply($"The second one says {seed.Name("reply")}"));
        return new(seed.Post() with { Replies = [first] }, seed.Post() with { Replies = [second with { Id = first.Id }] }) { Who = $"{first.Id}", Words = [seed.Sound, seed.Name("reply")] };
    }
}
