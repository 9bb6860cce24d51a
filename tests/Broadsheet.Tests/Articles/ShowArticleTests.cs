using System.Text.Json;
using AngleSharp.Dom;
using AngleSharp.Html.Parser;

namespace Broadsheet.Tests.Articles;

public sealed class ShowArticleTests(Paper paper) : PaperTest
{
    [Fact]
    public async Task The_page_has_the_parts_of_the_reference_page_in_its_order()
    {
        var other = await paper.PublishAsync("Harbour master resigns after the storm");
        var piece = await paper.PublishAsync("Can the harbour wall be saved?",
            "First paragraph.\n\nSecond paragraph.\n\n## The advice\n\nThird paragraph.", "order", "kicker: The Wall", "standfirst: The engineers have met.", "byline: Ann Writer", "readAlso: " + other.Path);

        var html = await paper.TextAsync(piece.Path);

        var text = new HtmlParser().ParseDocument(html).QuerySelector("main")!.TextContent;
        string[] parts = ["Order", "The Wall", piece.Headline, "The engineers have met.", "First paragraph.", "Second paragraph.", "The advice", "Third paragraph.", "Read also:", other.Headline,
            "Leave a Reply", "Your email address will not be published. Required fields are marked *"];
        var at = -1;
        foreach (var part in parts) Assert.True((at = text.IndexOf(part, at + 1, StringComparison.Ordinal)) >= 0, $"\"{part}\" is missing or out of order");
    }

    [Fact]
    public async Task The_reference_page_itself_can_be_set()
    {
        var lines = (await File.ReadAllLinesAsync(Shared.Need("reference/page.txt"))).Select(l => l.Trim()).Where(l => l.Length > 0).ToList();
        var also = lines.IndexOf("Read also:");
        var picks = lines[(also + 1)..lines.IndexOf("Leave a Reply")];
        foreach (var (headline, number) in picks.Select((h, n) => (h, n))) await paper.PublishAsync(headline, section: "Top Stories", fields: $"slug: pick-{number}");
        var body = lines[3..also].Select(l => l.Length < 60 && !l.EndsWith('.') ? "## " + l : l);
        var piece = await paper.PublishAsync(lines[1], string.Join("\n\n", body), "Top Stories", "standfirst: " + JsonSerializer.Serialize(lines[2]), "readAlso: [" + string.Join(", ", picks.Select((_, n) => $"pick-{n}")) + "]");

        var text = Plain((await paper.PageAsync(piece.Path)).QuerySelector("main")!.TextContent);

        var at = -1;
        foreach (var line in lines.Select(Plain)) Assert.True((at = text.IndexOf(line, at + 1, StringComparison.Ordinal)) >= 0, $"\"{line}\" is missing or out of order");
    }

    [Fact]
    public async Task Authors_times_and_picture_are_told()
    {
        var desk = Path.GetDirectoryName(paper.Manuscript("x"))!;
        await File.WriteAllTextAsync(Path.Combine(desk, "wall.svg"), "<svg xmlns='http://www.w3.org/2000/svg' width='900' height='600'><rect width='900' height='600' fill='#246'/></svg>");
        var piece = await paper.PublishAsync("The wall is drawn", fields: ["byline: [Ann Writer, Bob Scribe, Cid Pen]", "dateline: HARBOUR", "date: 2026-11-19T21:50", "updated: 2026-11-20T06:05", "updateNote: The cost is named.",
            "picture: { file: wall.svg, alt: The wall at dusk, caption: Before the storm., credit: Drawing for the Gazette }"]);

        var page = await paper.PageAsync(piece.Path);

        Assert.Equal("By Ann Writer, Bob Scribe and Cid Pen", Plain(page.QuerySelector(".byline")!.TextContent));
        Assert.Equal(["/authors/ann-writer/", "/authors/bob-scribe/", "/authors/cid-pen/"], page.QuerySelectorAll(".byline a").Select(a => a.GetAttribute("href")));
        Assert.Equal(["2026-11-19T21:50:00+01:00", "2026-11-20T06:05:00+01:00"], page.QuerySelectorAll(".times time").Select(t => t.GetAttribute("datetime")));
        Assert.Equal(["19 November 2026, 21:50", "20 November 2026, 06:05"], page.QuerySelectorAll(".times time").Select(t => t.TextContent));
        Assert.Contains("The cost is named.", page.QuerySelector(".updated")!.TextContent);
        Assert.Equal("HARBOUR", page.QuerySelector(".dateline")!.TextContent);
        var picture = page.QuerySelector(".lead-picture img")!;
        Assert.Equal(("The wall at dusk", "900", "600"), (picture.GetAttribute("alt"), picture.GetAttribute("width"), picture.GetAttribute("height")));
        Assert.Equal("Before the storm. Drawing for the Gazette", page.QuerySelector(".lead-picture figcaption")!.TextContent);
        Assert.Equal("/authors/ann-writer/", page.QuerySelector("a[rel=author]")!.GetAttribute("href"));
        foreach (var src in picture.GetAttribute("srcset")!.Split(',').Select(s => s.Trim().Split(' ')[0]).Append(picture.GetAttribute("src")!).Append(new Uri(page.QuerySelector("meta[property='og:image']")!.GetAttribute("content")!).PathAndQuery))
            Assert.Equal(200, await paper.StatusAsync(src));
    }

    [Fact]
    public async Task The_head_says_what_machines_need()
    {
        var piece = await paper.PublishAsync("A \"quoted\" <b>headline</b> & more", fields: ["standfirst: What </script> happened.", "searchTitle: For searchers", "socialTitle: For friends", "topics: [Walls]", "byline: Ann Writer"]);

        var page = await paper.PageAsync(piece.Path);

        string? Meta(string name) => page.QuerySelector($"meta[property='{name}'], meta[name='{name}']")?.GetAttribute("content");
        Assert.Equal($"For searchers – {Paper.Name}", page.Title);
        Assert.Equal((paper.Url + piece.Url, "article", "For friends", "What </script> happened."), (page.QuerySelector("link[rel=canonical]")!.GetAttribute("href"), Meta("og:type"), Meta("og:title"), Meta("description")));
        Assert.Equal("en", page.DocumentElement.GetAttribute("lang"));
        using var news = JsonDocument.Parse(page.QuerySelectorAll("script[type='application/ld+json']").Select(s => s.TextContent).First(t => t.Contains("NewsArticle")));
        Assert.Equal((piece.Headline, paper.Url + piece.Url), (news.RootElement.GetProperty("headline").GetString(), news.RootElement.GetProperty("url").GetString()));
        Assert.Equal("Ann Writer", news.RootElement.GetProperty("author")[0].GetProperty("name").GetString());
        Assert.Equal(piece.Headline, page.QuerySelector("h1")!.TextContent);
    }

    [Fact]
    public async Task Nothing_on_the_page_comes_from_another_site()
    {
        var piece = await paper.PublishAsync("A film", "https://www.youtube.com/watch?v=abcdefghijk\n\nText.");

        var page = await paper.PageAsync(piece.Path);

        Assert.All(page.QuerySelectorAll("[src], link[rel=stylesheet], link[rel=icon]"), e => Assert.StartsWith("/", e.GetAttribute("src") ?? e.GetAttribute("href")));
        Assert.Empty(page.QuerySelectorAll("iframe, [style], [onclick], script:not([src]):not([type])"));
        Assert.Equal("https://www.youtube.com/watch?v=abcdefghijk", page.QuerySelector("a.embed-link")!.GetAttribute("href"));
    }

    [Fact]
    public async Task The_text_form_has_the_words_and_nothing_else()
    {
        var piece = await paper.PublishAsync("In plain text", "One *two* three.", fields: ["standfirst: The lead.", "byline: Ann Writer"]);

        var page = await paper.PageAsync(piece.Path + "text/");

        Assert.Equal("In plain text", page.QuerySelector("h1")!.TextContent);
        Assert.Contains("One two three.", page.Body!.TextContent);
        Assert.Empty(page.QuerySelectorAll("script, img, form"));
        Assert.Equal(paper.Url + piece.Url, page.QuerySelector("link[rel=canonical]")!.GetAttribute("href"));
    }

    [Theory]
    [InlineData("hi", "ltr", "बाज़ार फिर खुला", "/town/बाज़ार-फिर-खुला/", "उत्तर")]
    [InlineData("ar", "rtl", "موسم الطيور العابرة", "/town/موسم-الطيور-العابرة/", "اترك تعليقًا")]
    [InlineData("de", "ltr", "Die Brücke ist frei", "/town/die-bruecke-ist-frei/", null)]
    public async Task An_article_speaks_its_own_language(string language, string direction, string headline, string path, string? reply)
    {
        var piece = await paper.PublishAsync(headline, "…", fields: $"language: {language}");

        var page = await paper.PageAsync(piece.Url);

        Assert.Equal(path.Normalize(), piece.Path.Normalize());
        Assert.Equal((language, direction), (page.DocumentElement.GetAttribute("lang"), page.DocumentElement.GetAttribute("dir")));
        if (language == "ar") Assert.Equal(reply, page.QuerySelector("#respond-head")!.TextContent);
        Assert.DoesNotContain("Leave a Reply", page.Body!.TextContent);
    }

    [Fact]
    public async Task A_further_revision_is_seen_at_the_next_request()
    {
        var piece = await paper.PublishAsync("The first version", "Old words.", fields: "slug: versions");
        Assert.Contains("Old words.", await paper.TextAsync(piece.Path));

        var again = await paper.PublishAsync("The second version", "New words.", fields: "slug: versions");

        Assert.Equal((piece.Id, 2), (again.Id, again.Revision));
        var text = await paper.TextAsync(piece.Path);
        Assert.Contains("New words.", text);
        Assert.DoesNotContain("Old words.", text);
    }

    [Fact]
    public async Task A_page_that_has_not_changed_is_not_sent_again()
    {
        var piece = await paper.PublishAsync("Unchanged");
        using var first = await paper.Browser.GetAsync(piece.Path);

        using var request = new HttpRequestMessage(HttpMethod.Get, piece.Path);
        request.Headers.TryAddWithoutValidation("If-None-Match", first.Headers.ETag!.ToString());
        using var second = await paper.Browser.SendAsync(request);

        Assert.Equal((304, ""), ((int)second.StatusCode, await second.Content.ReadAsStringAsync()));
    }

    private static string Plain(string text) => string.Join(' ', text.Replace('“', '"').Replace('”', '"').Replace('’', '\'').Replace('‘', '\'').Replace("–", "-").Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries));
}
