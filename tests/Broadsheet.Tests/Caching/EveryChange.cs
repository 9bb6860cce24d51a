namespace Broadsheet.Tests.Caching;

/// <summary>One change to the paper.</summary>
/// <param name="Stays">Pages that it must leave in memory.</param>
public sealed record Change(string Name, Func<Edition, Task> MakeAsync, params string[] Stays);

/// <summary>Every kind of change there is, in an order that makes sense; a new kind is one line more.</summary>
public static class EveryChange
{
    private static readonly string[] Elsewhere = ["/robots.txt", "/theme/social.jpg", "/favicon.ico"];

    // What a list of sections and a calendar of another year know nothing of.
    private static readonly string[] Apart = [.. Elsewhere, "/sitemaps/sections.xml", "/2026/02/03/", "/2026/02/", "/sport/", "/sport/rowing/feed/", "/town/hull/text/", "/town/hull/feed/", "/business/was-here/"];

    private static readonly string[] Lists = ["/", "/town/", "/town/?page=2", "/business/", "/topics/river/", "/topics/history/", "/authors/cleo-marsh/", "/stories/the-rye/", "/2026/02/", "/sitemap.xml", "/sitemaps/articles-1.xml", "/news-sitemap.xml"];

    private static readonly string[] OtherArticles = ["/town/hull/", "/town/hull/?replies=2", "/town/older/", "/sport/cup/", "/town/brief-3/", "/business/moved/"];

    private static readonly string[] Everything = [.. Apart, .. Lists, .. OtherArticles, "/business/bakery/", "/feed/", "/search?q=rye"];

    public static Change[] All(ExactPaper paper) =>
    [
        new("nothing", _ => Task.CompletedTask, Everything),
        new("a publication that is refused", async e => Assert.Equal(1, await paper.VerbAsync("publish", paper.Manuscript("Nobody reads this", "Not a word.", "town", "readAlso: /no/such/"))), Everything),

        // What an article says.
        new("a corrected word", e => e.ReviseAsync("bakery", d => d with { Body = d.Body.Replace("loafs", "loaves") }), [.. Apart, .. Lists, .. OtherArticles, "/town/feed/", "/sport/feed/"]),
        new("a text about something else", e => e.ReviseAsync("bakery", d => d with { Body = "A dredger deepening the harbour basin struck the oak hull of a merchant ship with a brick oven. Divers saw ribs, planks, roof tiles and rye loaves." })),
        new("the former text", e => e.ReviseAsync("bakery", d => d with { Body = "The brick oven in Kiln Lane bakes rye loaves that judges praised for their crust." })),
        new("a new headline", e => e.ReviseAsync("bakery", d => d with { Headline = "Bakery wins the first prize" }), [.. Apart, .. OtherArticles, "/sitemap.xml", "/sport/feed/"]),
        new("a kicker", e => e.ReviseAsync("bakery", d => d.With("kicker", "Trade")), [.. Apart, .. OtherArticles]),
        new("a standfirst", e => e.ReviseAsync("bakery", d => d.With("standfirst", "The judges took three slices.")), Apart),
        new("a picture", e => e.ReviseAsync("bakery", d => d.WithPicture("oven.svg")), Apart),
        new("another picture", e => e.ReviseAsync("bakery", d => d.WithPicture("quay.svg")), Apart),
        new("another caption", e => e.ReviseAsync("bakery", d => d.WithPicture("quay.svg", "The oven from outside")), Apart),
        new("no picture", e => e.ReviseAsync("bakery", d => d.Without("picture")), Apart),
        new("a dateline", e => e.ReviseAsync("bakery", d => d.With("dateline", "Kiln Lane")), [.. Apart, .. Lists]),
        new("a material update", e => e.ReviseAsync("bakery", d => d.With("updated", $"{paper.Clock.GetUtcNow().AddMinutes(1):yyyy-MM-ddTHH:mm:ssZ}").With("updateNote", "The prize is named.")), Apart),
        new("a correction", async e => Assert.Equal(0, await paper.VerbAsync("correct", "/business/bakery/", "--text", "It was the second prize.")), [.. Apart, .. Lists, .. OtherArticles]),
        new("texts for search engines", e => e.ReviseAsync("bakery", d => d.With("searchTitle", "Rye prize").With("socialTitle", "Best rye in town")), [.. Apart, .. Lists]),
        new("picks to read also", e => e.ReviseAsync("bakery", d => d.With("readAlso", "[/sport/cup/, /town/hull/]")), [.. Apart, .. Lists]),
        new("a headline of what others picked", e => e.ReviseAsync("cup", d => d with { Headline = "Cup final ends at midnight" }), "/robots.txt", "/2026/02/03/", "/town/hull/text/"),
        new("another language", e => e.ReviseAsync("bakery", d => d.With("language", "de")), Apart),
        new("a date that an article has already", e => e.ReviseAsync("bakery", d => d.With("date", "2026-03-04")), Apart),

        // Where it stands.
        new("other topics", e => e.ReviseAsync("bakery", d => d.With("topics", "[river, harvest]")), [.. Apart, "/town/", "/authors/ada-stone/"]),
        new("no topics", e => e.ReviseAsync("bakery", d => d.Without("topics")), [.. Apart, "/town/"]),
        new("another author", e => e.ReviseAsync("bakery", d => d.With("byline", "[Ada Stone, Dora Vale]")), Apart),
        new("no author", e => e.ReviseAsync("bakery", d => d.Without("byline")), Apart),
        new("into a story", e => e.ReviseAsync("bakery", d => d.With("story", "The wreck")), "/robots.txt", "/2026/02/03/", "/sport/", "/authors/ada-stone/"),
        new("into a new story", e => e.ReviseAsync("bakery", d => d.With("story", "The flood")), "/robots.txt", "/2026/02/03/", "/sport/", "/authors/ada-stone/"),
        new("a second article into that story", e => e.ReviseAsync("moved", d => d.With("story", "The flood")), "/robots.txt", "/2026/02/03/", "/sport/"),
        new("out of the story", e => e.ReviseAsync("bakery", d => d.Without("story")), "/robots.txt", "/2026/02/03/", "/sport/"),
        new("a higher rank", e => e.ReviseAsync("bakery", d => d.With("rank", "5")), [.. Apart, .. Lists.Skip(1)]),
        new("another slug", e => e.ReviseAsync("bakery", d => d.With("formerly", d.Path) with { Slug = "baker" }), [.. Apart, "/town/"]),
        new("the old slug again", e => e.ReviseAsync("bakery", d => d.With("formerly", d.Path) with { Slug = "bakery" }), [.. Apart, "/town/"]),
        new("another section", e => e.ReviseAsync("bakery", d => d.With("formerly", d.Path) with { Section = "sport/rowing" }), "/robots.txt", "/2026/02/03/", "/town/hull/text/", "/town/"),
        new("the section back", e => e.ReviseAsync("bakery", d => d.With("formerly", d.Path) with { Section = "business" }), "/robots.txt", "/2026/02/03/", "/town/hull/text/", "/town/"),
        new("the outer section", e => e.ReviseAsync("rowers", d => d.With("formerly", d.Path) with { Section = "sport" }), "/robots.txt", "/2026/02/03/", "/town/hull/text/", "/business/"),
        new("comments closed", e => e.ReviseAsync("hull", d => d.With("comments", "closed")), "/", "/town/", "/robots.txt", "/business/bakery/", "/stories/the-wreck/"),
        new("comments opened", e => e.ReviseAsync("hull", d => d.Without("comments")), "/", "/town/", "/robots.txt", "/business/bakery/", "/stories/the-wreck/"),

        // What comes and goes.
        new("an article", e => e.PublishAsync("new in town", new Draft("Bridge opens", "town", "bridge", "The bridge over the mill stream opens on Friday.")), [.. Apart, "/business/", "/topics/river/"]),
        new("an article in an inner section", e => e.PublishAsync("new in rowing", new Draft("Boat club elects a chair", "sport/rowing", "chair", "Members met in the boat house.")), "/robots.txt", "/town/", "/2026/02/03/", "/town/hull/text/"),
        new("an article with everything", e => e.PublishAsync("new with all", new Draft("Hull is to be raised", "town", "raised", "Divers will raise the oak hull from the harbour basin in spring.").With("topics", "[river, new topic]").With("byline", "[Ada Stone, New Author]").With("story", "The wreck").WithPicture("oven.svg")), "/robots.txt", "/2026/02/03/", "/sport/", "/town/hull/feed/"),
        new("an article dated last winter", e => e.PublishAsync("late", new Draft("From the drawer", "town", "drawer", "It lay in a drawer.").With("date", "2026-02-03T12:00")), "/robots.txt", "/2026/05/30/", "/sport/", "/town/hull/feed/"),
        new("an article dated tomorrow", e => e.PublishAsync("early", new Draft("From tomorrow", "town", "tomorrow", "It is not yet so.").With("date", $"{paper.Clock.GetUtcNow().AddHours(20):yyyy-MM-ddTHH:mm:ssZ}")), "/robots.txt", "/2026/05/30/", "/sport/"),
        new("an article in a new section", e => e.PublishAsync("new section", new Draft("A column begins", "new-section", "column", "This is the first.")), Elsewhere),
        new("a section within a section", e => e.PublishAsync("court", new Draft("Court sits", "town/court", "sits", "The court sat for an hour.")), Elsewhere),
        new("an article from another program", e => e.PublishElsewhereAsync("elsewhere", new Draft("Written elsewhere", "town", "elsewhere", "Another program took this in.").With("topics", "river")), Apart),
        new("two articles at once", async e => Assert.Equal(2, (await paper.PublishFilesAsync(paper.Manuscript("Twin one", "One of two."), paper.Manuscript("Twin two", "Two of two.", "business", "topStory: 2"))).Count), "/robots.txt", "/2026/02/03/", "/sport/"),
        new("an article withdrawn", e => e.WithdrawAsync("bakery"), [.. Apart, "/town/", "/topics/river/"]),
        new("and published again", e => e.ReviseAsync("bakery", d => d with { Headline = "Bakery wins a prize after all" }), [.. Apart, "/town/", "/topics/river/"]),
        new("an article withdrawn that others picked", e => e.WithdrawAsync("cup"), "/robots.txt", "/2026/02/03/", "/town/"),
        new("and that one again", e => e.ReviseAsync("cup", d => d), "/robots.txt", "/2026/02/03/", "/town/"),

        // What readers say.
        new("a reply that waits", async e => e.Replies["held"] = await e.StrangeReplyAsync("older", "I was there"), Everything),
        new("that reply approved", e => e.DecideAsync("approve", e.Replies["held"]), "/robots.txt", "/2026/02/03/", "/town/hull/feed/", "/feed/", "/sitemap.xml", "/town/older/text/", "/sport/cup/"),
        new("that reply rejected", e => e.DecideAsync("reject", e.Replies["held"]), "/robots.txt", "/2026/02/03/", "/town/hull/feed/", "/feed/", "/sitemap.xml"),
        new("a reply that is seen at once", e => e.ReplyAsync("older", "It is a fine hull"), "/robots.txt", "/town/hull/feed/", "/feed/", "/business/", "/search?q=rye"),
        new("a reply on another page of them", e => e.ReplyAsync("hull", "The last word"), "/robots.txt", "/feed/", "/business/"),
        new("an answer within a thread", e => e.ReplyAsync("hull", "I doubt it", e.Replies["thread 3"]), "/robots.txt", "/feed/", "/business/"),
        new("the opener of a thread rejected", e => e.DecideAsync("reject", e.Replies["first"]), "/robots.txt", "/feed/", "/business/"),
        new("an answer of that thread rejected", e => e.DecideAsync("reject", e.Replies["answer"]), "/robots.txt", "/feed/", "/business/"),
        new("both approved", e => e.DecideAsync("approve", e.Replies["first"], e.Replies["answer"]), "/robots.txt", "/feed/", "/business/"),
        new("a reply to what is not listed", e => e.ReplyAsync("brief 2", "Which street?"), "/robots.txt", "/feed/", "/business/", "/sport/cup/"),

        // The front page by hand.
        new("slots set", e => e.VerbAsync("front", "/town/brief-1/", "/business/moved/"), [.. Everything.Except(["/"])]),
        new("other slots", e => e.VerbAsync("front", "/town/brief-2/"), [.. Everything.Except(["/"])]),
        new("slots taken back", e => e.VerbAsync("front", "--clear"), [.. Everything.Except(["/"])]),
        new("a top story by manuscript", e => e.ReviseAsync("brief 4", d => d.With("topStory", "1")), [.. Apart.Except(["/2026/02/"]), "/town/hull/", "/business/"]),
        new("that one withdrawn", e => e.WithdrawAsync("brief 4"), "/robots.txt", "/business/", "/sport/"),
        new("a slot for later", e => e.BookAsync(1, "brief 5", 60, 120), [.. Everything.Except(["/"])]),
        new("the slot begins", _ => PutForward(paper, 61), [.. Elsewhere, "/feed/", "/sitemap.xml", "/town/hull/feed/"]),
        new("the slot ends", _ => PutForward(paper, 60), [.. Elsewhere, "/feed/", "/sitemap.xml", "/town/hull/feed/"]),

        // The theme.
        new("a template", _ => Theme(paper, "card.liquid", text => text + "<!-- new -->"), "/feed/", "/robots.txt", "/sitemap.xml"),
        new("the layout", _ => Theme(paper, "layout.liquid", text => text.Replace("<footer", "<footer data-new")), "/feed/", "/robots.txt", "/sitemap.xml"),
        new("a stylesheet", e => Theme(e, "broadsheet.css", text => text + "/* new */"), "/robots.txt", "/sitemap.xml"),
        new("a script", e => Theme(e, "broadsheet.js", text => text + "\n// new"), "/robots.txt", "/sitemap.xml"),
        new("the paper's picture", _ => Theme(paper, "assets/social.svg", text => text.Replace("</svg>", "<rect width=\"90\" height=\"90\"/></svg>")), "/robots.txt", "/sitemap.xml"),
        new("a phrase", _ => Theme(paper, "languages/en.json", text => text.Replace("\"Latest\"", "\"Just in\"")), "/robots.txt", "/sitemap.xml"),
        new("a template that was broken for a while", async e => { paper.ChangeTheme("front.liquid", text => text + "{% if %}"); await paper.TextAsync("/"); paper.ChangeTheme("front.liquid", text => text.Replace("{% if %}", "<!-- mended -->")); }, "/feed/", "/robots.txt", "/sitemap.xml"),

        // The clock alone.
        new("a new day", _ => PutForward(paper, 24 * 60), [.. Elsewhere, "/feed/", "/sitemap.xml", "/sitemaps/articles-1.xml", "/town/hull/feed/"]),
        new("news is news no longer", _ => PutForward(paper, 24 * 60), [.. Elsewhere, "/feed/", "/sitemap.xml"]),
        new("a new year", _ => PutForward(paper, 60 * 24 * 60), [.. Elsewhere, "/feed/", "/sitemap.xml"]),
    ];

    private static Task PutForward(ExactPaper paper, int minutes)
    {
        paper.Clock.PutForward(TimeSpan.FromMinutes(minutes));
        return Task.CompletedTask;
    }

    private static Task Theme(ExactPaper paper, string file, Func<string, string> change)
    {
        paper.ChangeTheme(file, change);
        return Task.CompletedTask;
    }

    /// <summary>An asset has an address of its own that changes with it.</summary>
    private static async Task Theme(Edition e, string asset, Func<string, string> change)
    {
        await Theme(e.Paper, "assets/" + asset, change);
        var front = await e.Paper.PageAsync("/");
        e.Show(front.QuerySelector($"[href$='/{asset}'], [src$='/{asset}']") is { } link ? link.GetAttribute("href") ?? link.GetAttribute("src")! : throw new InvalidOperationException($"the front page has no {asset}"));
    }
}
