using Broadsheet.Domain.Desk;
using Broadsheet.Domain.Staff;
using Microsoft.EntityFrameworkCore;

namespace Broadsheet.Tests.Working;

public sealed class SaveCopyTests(Paper paper) : PaperTest
{
    [Fact]
    public async Task What_was_written_stands_there_when_the_page_is_opened_again()
    {
        var ann = await Writer.BeginAsync(paper, Role.Reporter);

        await ann.WriteAsync(("headline", "Ferry late"), ("body", "<p>It was <b>late</b>.</p><script>alert(1)</script>"), ("credits", new[] { "Ann Lee", "Somebody New" }), ("topics", new[] { "Ferries" }));
        await ann.OpenAsync();

        Assert.Equal("Ferry late", ann.Sheet.GetProperty("headline").GetString());
        Assert.Equal("<p>It was late.</p>", ann.Sheet.GetProperty("body").GetString());
        Assert.Equal("Somebody New", ann.Sheet.GetProperty("credits")[1].GetString());
    }

    [Fact]
    public async Task Two_who_write_in_different_places_lose_nothing()
    {
        var ann = await Writer.BeginAsync(paper);
        await ann.WriteAsync(("headline", "Ferry late"), ("body", "<p>One.</p><p>Two.</p><p>Three.</p>"));
        var ben = await Writer.OpenAsync(paper, ann.Article);

        await ann.WriteAsync(("body", "<p>One, by Ann.</p><p>Two.</p><p>Three.</p>"));
        var (status, answer) = await ben.SaveAsync(("headline", "Ferry very late"), ("body", "<p>One.</p><p>Two.</p><p>Three, by Ben.</p>"));

        Assert.Equal(200, status);
        Assert.NotEqual(answer.GetProperty("number").GetInt32(), answer.GetProperty("head").GetInt32());
        await ann.OpenAsync();
        Assert.Equal(("Ferry very late", "<p>One, by Ann.</p>\n<p>Two.</p>\n<p>Three, by Ben.</p>"), (ann.Sheet.GetProperty("headline").GetString(), ann.Sheet.GetProperty("body").GetString()));
    }

    [Fact]
    public async Task In_one_place_the_later_one_is_asked_and_both_texts_are_kept()
    {
        var ann = await Writer.BeginAsync(paper);
        await ann.WriteAsync(("headline", "Ferry late"), ("body", "<p>One.</p>"));
        var ben = await Writer.OpenAsync(paper, ann.Article);
        await ann.WriteAsync(("headline", "Ferry late again"));

        var (status, answer) = await ben.SaveAsync(("headline", "Ferry early"), ("kicker", "Harbour"));

        Assert.Equal(409, status);
        var clash = Assert.Single(answer.GetProperty("clashes").EnumerateArray());
        Assert.Equal(("headline", "Ferry late", "Ferry early", "Ferry late again"), (clash.GetProperty("field").GetString(), clash.GetProperty("common").GetString(), clash.GetProperty("mine").GetString(), clash.GetProperty("theirs").GetString()));
        await ann.OpenAsync();
        Assert.Equal("Ferry late again", ann.Sheet.GetProperty("headline").GetString());
        Assert.Equal(1, await paper.AskAsync(db => db.Drafts.CountAsync(d => d.ArticleId == ann.Article && d.Kind == DraftKind.Aside)));
        // The choice is saved upon what stands there.
        await (await ben.OpenAsync()).WriteAsync(("headline", "Ferry early"), ("kicker", "Harbour"));
    }

    [Fact]
    public async Task The_same_text_sent_twice_makes_one_draft()
    {
        var ann = await Writer.BeginAsync(paper);
        await ann.WriteAsync(("headline", "Once"));
        await ann.WriteAsync(("headline", "Once"));

        Assert.Equal(1, await paper.AskAsync(db => db.Drafts.CountAsync(d => d.ArticleId == ann.Article)));
    }

    [Fact]
    public async Task A_live_article_is_changed_beside_what_readers_see()
    {
        var piece = await paper.PublishAsync("Quay repaired", "The quay stands again.");
        var ann = await Writer.OpenAsync(paper, piece.Id);

        await ann.WriteAsync(("body", "<p>The quay stands again, for now.</p>"));

        Assert.DoesNotContain("for now", await paper.TextAsync(piece.Path));
        Assert.Equal(303, await ann.SendAsync("publication", ("updateNote", "Says that it may not last.")));
        Assert.Contains("for now", await paper.TextAsync(piece.Path));
        Assert.Contains("Says that it may not last.", await paper.TextAsync(piece.Path));
    }

    [Fact]
    public async Task A_reporter_reaches_only_their_own()
    {
        var ann = await Writer.BeginAsync(paper, Role.Reporter);
        using var other = await paper.SignInAsync(Role.Reporter);

        Assert.Equal(403, await other.StatusAsync(ann.Page));
        using var put = await other.SendAsync(HttpMethod.Put, $"{ann.Page}/copy", new { @base = ann.Base, sitting = "x", sheet = ann.Sheet });
        Assert.Equal(403, (int)put.StatusCode);
        Assert.Equal(404, await other.StatusAsync("/newsroom/articles/999999"));
    }

    [Theory]
    [InlineData("headline", 1_001)]
    [InlineData("body", 2_000_001)]
    public async Task What_is_too_long_is_told_at_its_field(string field, int length)
    {
        var ann = await Writer.BeginAsync(paper);

        var (status, answer) = await ann.SaveAsync((field, new string('a', length)));

        Assert.Equal((422, field), (status, answer.GetProperty("refusals")[0].GetProperty("field").GetString()));
    }

    [Fact]
    public async Task Readers_never_see_what_is_in_work()
    {
        var ann = await Writer.BeginAsync(paper);
        await ann.WriteAsync(("headline", "Zebrafinch secret"), ("body", "<p>Zebrafinch.</p>"));

        Assert.DoesNotContain("Zebrafinch", await paper.TextAsync("/"));
        Assert.DoesNotContain("secret", await paper.TextAsync("/search?q=zebrafinch"));
        Assert.DoesNotContain("secret", await paper.TextAsync("/feed/"));
        Assert.NotEqual(200, await paper.StatusAsync(ann.Page));
    }
}
