using Broadsheet.Bench.Exports;
using static Broadsheet.Bench.Exports.HeadXml;

namespace Broadsheet.Bench.Faults;

/// <summary>Dates that never were, titles that are none, names without end, codes that nobody knows, scripts.</summary>
internal static class OddValues
{
    private const string Never = "0000-00-00 00:00:00", Impossible = "2019-02-30 25:61:00";

    // 200 bytes of a slug that is stored percent-encoded end within a letter.
    private static readonly string Cut = string.Concat(Enumerable.Repeat("%d0%bf%d1%80", 17))[..^3];

    public static readonly Kind[] Kinds =
    [
        new("no date", Part.Faults, ["date"], seed => Sound(seed, seed.Post() with { Date = Never })),
        new("impossible date", Part.Faults, ["date"], seed => Sound(seed, seed.Post() with { Date = Impossible })),
        new("impossible date of a reply", Part.Faults, ["date"], seed => OfReply(seed, reply => reply with { Date = Impossible })),
        new("post without a number", Part.Faults, ["number"], Unnumbered),
        new("reply without a number", Part.Faults, ["number"], seed => OfReply(seed, reply => reply with { Id = 0 })),
        new("no title", Part.Faults, ["title"], seed => Sound(seed, seed.Post() with { Title = "" })),
        new("slug that is cut within a letter", Part.Faults, ["slug", "address"], seed => Sound(seed, seed.Post().At($"{seed.Name("slug")}-{Cut}", seed.Day))),
        new("unknown shortcode", Part.UnknownShortcodes, [], seed => new(seed.Post($"[{seed.Name("ticker")} limit=\"5\"]")) { Who = seed.Name("ticker"), Words = [seed.Sound] }),
        new("unknown shortcode around words", Part.UnknownShortcodes, [], seed => new(seed.Post($"[{seed.Name("box")}]{seed.Name("boxed")}[/{seed.Name("box")}]")) { Who = seed.Name("box"), Words = [seed.Sound, seed.Name("boxed")] }),
        new("shortcode that is not closed", Part.Faults, ["closed", "shortcode"], seed => Sound(seed, seed.Post("[caption id=\"a\" width=\"300\"]Words below a picture"))),
        new("overlong title", Part.Faults, ["long"], seed => Sound(seed, seed.Post() with { Title = Long("Title") })),
        new("overlong slug", Part.Faults, ["long"], seed => Sound(seed, seed.Post().At(seed.Name("slug") + Long("-slug"), seed.Day))),
        new("overlong name of a category", Part.Faults, ["long"], seed => Named(seed, Category(seed.LostId, seed.Name("name"), "", Long("Category")), post => post with { Marks = [new("category", seed.Name("name"), Long("Category"))] })),
        new("overlong name of a tag", Part.Faults, ["long"], seed => Named(seed, Tag(seed.LostId, seed.Name("name"), Long("Tag")), post => post with { Marks = [new("post_tag", seed.Name("name"), Long("Tag"))] })),
        new("overlong name of an author", Part.Faults, ["long"], seed => Named(seed, Author(seed.LostId, seed.Name("name"), Long("Author")), post => post with { Creator = seed.Name("name") })),
        new("overlong name of a commenter", Part.Faults, ["long"], seed => OfReply(seed, reply => reply with { Author = Long("Reader") })),
        new("script in a body", Part.Faults, ["script"], seed => Scripted(seed, seed.Post($"<script>{seed.Canary}()</script><img src=\"x\" onerror=\"{seed.Canary}()\"><a href=\"javascript:{seed.Canary}()\">here</a>"))),
        new("script in a reply", Part.Faults, ["script"], seed => Scripted(seed, seed.Post() with { Replies = [seed.Reply($"Look <script>{seed.Canary}()</script><a href=\"javascript:{seed.Canary}()\" onclick=\"{seed.Canary}()\">here</a>")] })),
    ];

    private static string Long(string word) => string.Concat(Enumerable.Repeat(word + " on and on ", 60)).Trim().Replace(' ', word[0] == '-' ? '-' : ' ');

    private static Plant Sound(Seed seed, ExportItem post) => new(post) { Words = [seed.Sound] };

    private static Plant Unnumbered(Seed seed)
    {
        var post = seed.Post();
        return new(post) { Break = xml => xml.Replace($"<wp:post_id>{post.Id}<", "<wp:post_id><"), Words = [seed.Sound] };
    }

    private static Plant Scripted(Seed seed, ExportItem post) => new(post) { Words = [seed.Sound], Canary = seed.Canary };

    private static Plant Named(Seed seed, string head, Func<ExportItem, ExportItem> carry) => new(carry(seed.Post())) { Head = head, Who = seed.Name("name"), Words = [seed.Sound] };

    private static Plant OfReply(Seed seed, Func<ExportReply, ExportReply> spoil)
    {
        var reply = spoil(seed.Reply($"What I say is {seed.Name("reply")}"));
        var post = seed.Post() with { Replies = [reply] };
        return new(post) { Who = $"{(reply.Id > 0 ? reply.Id : post.Id)}", Words = [seed.Sound, seed.Name("reply")] };
    }
}
