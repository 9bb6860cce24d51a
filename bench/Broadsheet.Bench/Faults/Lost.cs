using Broadsheet.Bench.Exports;
using static Broadsheet.Bench.Exports.HeadXml;

namespace Broadsheet.Bench.Faults;

/// <summary>What names something that is not there, or itself.</summary>
internal static class Lost
{
    public static readonly Kind[] Kinds =
    [
        new("parent of a page that is not there", Part.Faults, ["parent"], seed => Sound(seed, seed.Post() with { Type = "page", ParentId = seed.LostId })),
        new("parent of a reply that is not there", Part.Faults, ["parent", "answer"], seed => Answering(seed, reply => [reply with { ParentId = seed.LostId }])),
        new("replies in a circle", Part.Faults, ["circle", "each other"], seed => Answering(seed, reply => [reply with { ParentId = reply.Id + 1 }, seed.Reply("And I answer you.") with { ParentId = reply.Id }])),
        new("reply that answers itself", Part.Faults, ["circle", "itself"], seed => Answering(seed, reply => [reply with { ParentId = reply.Id }])),
        new("categories in a circle", Part.Faults, ["circle", "itself", "each other"], seed => InCategory(seed, Category(seed.LostId, seed.Name("inner"), seed.Name("outer"), "Inner") + Category(seed.LostId + 50_000, seed.Name("outer"), seed.Name("inner"), "Outer"))),
        new("parent of a category that is not there", Part.Faults, ["parent"], seed => InCategory(seed, Category(seed.LostId, seed.Name("inner"), seed.Name("nowhere"), "Inner"))),
        new("author who is not declared", Part.Faults, ["author"], seed => new(seed.Post() with { Creator = seed.Name("ghost") }) { Who = seed.Name("ghost"), Words = [seed.Sound] }),
        new("featured picture that is not there", Part.Faults, ["attachment", "picture"], seed => Sound(seed, seed.Post() with { Meta = [("_thumbnail_id", $"{seed.LostId}")] })),
        new("gallery of pictures that are not there", Part.Faults, ["attachment", "picture"], seed => Sound(seed, seed.Post($"[gallery ids=\"{seed.LostId},{seed.LostId + 50_000}\"]"))),
        new("link to an attachment that is not there", Part.Faults, ["attachment", "link"], seed => Sound(seed, seed.Post($"<a href=\"{OldPaper.Site}/?attachment_id={seed.LostId}\">the report</a>"))),
        new("reusable block that is not there", Part.Faults, ["block"], seed => Sound(seed, seed.Post() with { Content = $"<!-- wp:block {{\"ref\":{seed.LostId}}} /-->\n\n<!-- wp:paragraph -->\n<p>{seed.Sound}</p>\n<!-- /wp:paragraph -->" })),
        new("picture whose file is not there", Part.MissingPictures, [], seed => new(seed.Post($"<img src=\"{Picture(seed)}\" alt=\"\">")) { Who = Picture(seed), Words = [seed.Sound] }),
    ];

    private static string Picture(Seed seed) => $"{OldPaper.Site}/wp-content/uploads/2015/01/{seed.Name("lost")}.jpg";

    private static Plant Sound(Seed seed, ExportItem post) => new(post) { Words = [seed.Sound] };

    private static Plant Answering(Seed seed, Func<ExportReply, ExportReply[]> turn)
    {
        var reply = seed.Reply($"What I say is {seed.Name("reply")}");
        return new(seed.Post() with { Replies = turn(reply) }) { Who = $"{reply.Id}", Words = [seed.Sound, seed.Name("reply")] };
    }

    private static Plant InCategory(Seed seed, string head) =>
        new(seed.Post() with { Marks = [new("category", seed.Name("inner"), "Inner")] }) { Head = head, Who = seed.Name("inner"), Words = [seed.Sound] };
}
