using System.Text.Json;
using System.Xml.Linq;
using Broadsheet.Data.Publishing;
using Broadsheet.Data.Writing;
using Broadsheet.Domain;
using Broadsheet.Domain.Articles;
using Microsoft.EntityFrameworkCore;

namespace Broadsheet.Tests.Corrections;

public sealed class ShowCorrectionsTests(Paper paper) : PaperTest
{
    [Fact]
    public async Task A_correction_is_seen_at_the_article_on_the_next_request()
    {
        var piece = await paper.PublishAsync("The quay is long");
        Assert.Empty((await paper.PageAsync(piece.Path)).QuerySelectorAll(".correction"));

        Assert.Equal(0, await paper.VerbAsync("correct", piece.Path, "--text", "The quay has two hundred metres, <not> two thousand."));

        var page = await paper.PageAsync(piece.Path);
        var notice = Assert.Single(page.QuerySelectorAll(".afterwards #notices .correction"));
        Assert.Equal(("Correction", "The quay has two hundred metres, <not> two thousand."), (notice.QuerySelector("strong")!.TextContent, notice.QuerySelector(".correction-text")!.TextContent));
        Assert.NotNull(notice.QuerySelector("time[datetime]"));
        Assert.Null(page.QuerySelector(".times.updated"));
    }

    [Fact]
    public async Task A_correction_is_told_to_search_engines()
    {
        var piece = await paper.PublishAsync("The tower is old", fields: ["date: 2026-01-02", "correction:", "  text: It is from 1450.", "  date: 2026-03-04T10:00:00Z"]);

        using var json = JsonDocument.Parse((await paper.PageAsync(piece.Path)).QuerySelector("script[type='application/ld+json']")!.TextContent);

        var told = Assert.Single(json.RootElement.GetProperty("correction").EnumerateArray());
        Assert.Equal(("CorrectionComment", "It is from 1450.", "2026-03-04T11:00:00+01:00"), (told.GetProperty("@type").GetString(), told.GetProperty("text").GetString(), told.GetProperty("datePublished").GetString()));
        Assert.Equal("2026-03-04T11:00:00+01:00", json.RootElement.GetProperty("dateModified").GetString());
    }

    [Fact]
    public async Task A_retraction_stands_above_the_text()
    {
        var piece = await paper.PublishAsync("Retracted", fields: ["corrections:", "  - kind: retraction", "    text: We cannot stand by this.", "  - kind: clarification", "    text: Nor by the picture."]);

        var page = await paper.PageAsync(piece.Path);

        Assert.Equal("We cannot stand by this.", page.QuerySelector(".report-head .correction-retraction .correction-text")!.TextContent);
        Assert.Equal("Nor by the picture.", page.QuerySelector(".afterwards .correction-clarification .correction-text")!.TextContent);
    }

    [Fact]
    public async Task The_same_notice_is_not_issued_again_when_a_manuscript_comes_again()
    {
        string[] fields = ["slug: once-only", "correction:", "  text: It was on Monday."];
        await paper.PublishAsync("Once only", fields: fields);
        var piece = await paper.PublishAsync("Once only, again", fields: fields);

        Assert.Single((await paper.PageAsync(piece.Path)).QuerySelectorAll(".correction"));
        Assert.Equal(1, await paper.VerbAsync("correct", piece.Path, "--text", "It was on Monday."));
    }

    [Fact]
    public async Task All_notices_stand_on_one_page_and_in_one_feed_the_newest_first()
    {
        await paper.PublishAsync("Old mistake", fields: ["correction:", "  text: An old one.", "  date: 2026-01-01"]);
        var late = await paper.PublishAsync("Late mistake", fields: ["correction:", "  kind: editors-note", "  text: A late one.", "  date: 2098-01-01"]);

        var page = await paper.PageAsync("/corrections/");
        var feed = XDocument.Parse(await paper.TextAsync("/corrections/feed/")).Descendants("item").ToList();

        var texts = page.QuerySelectorAll(".corrected .correction-text").Select(t => t.TextContent).ToList();
        Assert.True(texts.IndexOf("A late one.") == 0 && texts.IndexOf("An old one.") > 0);
        Assert.Equal(late.Url + "#notices", page.QuerySelector(".corrected a")!.GetAttribute("href"));
        Assert.Equal("Editor’s note: Late mistake", (string?)feed[0].Element("title"));
        Assert.Equal(feed.Count, feed.Select(i => (string?)i.Element("guid")).Distinct().Count());
        Assert.Contains(page.QuerySelectorAll("link[rel=alternate]"), l => l.GetAttribute("href") == "/corrections/feed/");
    }

    [Fact]
    public async Task The_list_knows_a_new_headline_and_forgets_what_is_withdrawn()
    {
        var piece = await paper.PublishAsync("A headline for the list", fields: ["slug: list", "correction:", "  text: Listed until withdrawn.", "  date: 2099-01-01"]);
        Assert.Contains("A headline for the list", await paper.TextAsync("/corrections/"));

        await paper.PublishAsync("Another headline for the list", fields: "slug: list");
        Assert.Contains("Another headline for the list", await paper.TextAsync("/corrections/"));
        Assert.Single((await paper.PageAsync(piece.Path)).QuerySelectorAll(".correction"));

        await paper.WithdrawAsync(piece);
        Assert.DoesNotContain("Listed until withdrawn.", await paper.TextAsync("/corrections/"));
        Assert.DoesNotContain("Listed until withdrawn.", await paper.TextAsync("/corrections/feed/"));
    }

    [Fact]
    public async Task A_text_may_change_together_with_its_correction()
    {
        var piece = await paper.PublishAsync("Changed with a notice", "Six people came.");

        await paper.AskAsync(async db =>
        {
            await using var write = await Write.AloneAsync(db, default);
            var article = await db.Articles.SingleAsync(a => a.Id == piece.Id);
            var copy = (await db.Revisions.SingleAsync(r => r.Id == article.RevisionId)).AsCopy() with { Body = "<p>Seven people came.</p>" };
            var issued = await CorrectionDesk.IssueAsync(db, article, CorrectionKind.Correction, "It was seven.", copy, paper.Clock.UtcNow(), default);
            Assert.Null(issued.Refused);
            await write.CommitAsync(paper.Clock.UtcNow(), default);
            return 0;
        });

        var page = await paper.PageAsync(piece.Path);
        Assert.Contains("Seven people came.", page.QuerySelector(".body")!.TextContent);
        Assert.Equal("It was seven.", page.QuerySelector(".correction-text")!.TextContent);
    }

    [Fact]
    public async Task What_readers_do_not_see_cannot_be_corrected()
    {
        var piece = await paper.PublishAsync("Gone before its correction");
        await paper.WithdrawAsync(piece);

        Assert.Equal(1, await paper.VerbAsync("correct", piece.Path, "--text", "Too late."));
        Assert.Equal(1, await paper.VerbAsync("correct", "/no/such/", "--text", "Nothing."));
    }

    [Fact]
    public async Task A_note_upon_a_published_article_is_a_material_change_and_a_corrected_letter_is_none()
    {
        await paper.PublishAsync("Material", fields: "slug: material");
        await paper.PublishAsync("Material", "The council met in the old town hall.", fields: "slug: material");
        Assert.Null((await paper.PageAsync("/town/material/")).QuerySelector(".times.updated"));

        await paper.PublishAsync("Material", fields: ["slug: material", "updateNote: The vote is counted."]);
        var told = (await paper.PageAsync("/town/material/")).QuerySelector(".times.updated")!;
        Assert.Contains("The vote is counted.", told.TextContent);
        var at = told.QuerySelector("time")!.GetAttribute("datetime");

        paper.Clock.PutForward(TimeSpan.FromMinutes(10));
        await paper.PublishAsync("Material", "A letter less.", fields: ["slug: material", "updateNote: The vote is counted."]);
        Assert.Equal(at, (await paper.PageAsync("/town/material/")).QuerySelector(".times.updated time")!.GetAttribute("datetime"));
    }

    [Fact]
    public async Task The_page_of_corrections_is_no_sections()
    {
        Assert.Equal(1, await paper.VerbAsync("publish", paper.Manuscript("A section of corrections", section: "corrections")));
        Assert.Equal(200, await paper.StatusAsync("/corrections/"));
    }
}
