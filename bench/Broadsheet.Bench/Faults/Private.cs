using Broadsheet.Bench.Exports;

namespace Broadsheet.Bench.Faults;

/// <summary>What no reader of the old site could see, and no reader of the paper may.</summary>
internal static class Private
{
    public static readonly Kind[] Kinds =
    [
        State("draft", Part.Counts, "(draft)"), State("pending", Part.Counts, "(pending)"), State("private", Part.Counts, "(private)"), State("trash", Part.Counts, "(trashed)"),
        State("auto-draft", Part.LeftOut, "auto-draft"), State("embargoed", Part.Faults, "embargoed"),
        new("without a state", Part.Faults, ["state", "status"], seed => Kept(seed, seed.Kept(""))),
        new("scheduled", Part.Counts, ["(scheduled)"], seed => Kept(seed, seed.Kept("future") with { Date = "2031-05-06 07:08:09" })),
        new("behind a password", Part.Counts, ["(protected)"], seed => Kept(seed, seed.Kept("publish") with { Password = "sesame" })),
        new("item of an unknown type", Part.LeftOut, ["qzevent"], seed => Kept(seed, seed.Kept("publish") with { Type = "qzevent" })),
        new("reply signed with its writer's e-mail address", Part.Nowhere, [], Signed),
        Reply("pending", "0", "comment", "comments waiting"), Reply("spam", "spam", "comment", "(spam)"), Reply("trash", "trash", "comment", "(trash)"), Reply("post-trashed", "post-trashed", "comment", "(post-trashed)"),
        Reply("pingback", "1", "pingback", "(pingback)"), Reply("trackback", "1", "trackback", "(trackback)"), Reply("note", "1", "note", "(note)"), Reply("live-blog entry", "liveblog", "liveblog", "(liveblog)"),
    ];

    private static Kind State(string status, Part part, string about) => new($"in the state {status}", part, [about], seed => Kept(seed, seed.Kept(status)));

    private static Kind Reply(string name, string approved, string type, string about) => new($"reply: {name}", Part.Counts, [about], seed =>
        new(seed.Post() with { Replies = [seed.Reply($"{seed.Sentence()} {seed.Canary}") with { Approved = approved, Type = type, Author = seed.Canary }] }) { Words = [seed.Sound], Canary = seed.Canary });

    private static Plant Signed(Seed seed)
    {
        var reply = seed.Reply($"{seed.Name("reply")}, and write to {seed.Email} or <a href=\"mailto:{seed.Email}\">me</a>");
        return new(seed.Post() with { Replies = [reply with { Author = seed.Email }] }) { Words = [seed.Sound, seed.Name("reply")], Canary = seed.Canary };
    }

    private static Plant Kept(Seed seed, ExportItem item) => new(item) { Canary = seed.Canary };
}
