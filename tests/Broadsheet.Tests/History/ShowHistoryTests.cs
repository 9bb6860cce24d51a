using System.Text.Json;
using AngleSharp.Dom;

namespace Broadsheet.Tests.History;

public sealed class ShowHistoryTests(Paper paper) : PaperTest
{
    [Fact]
    public async Task Every_version_is_listed_with_its_time_its_reason_and_its_hash()
    {
        var piece = await FourVersionsAsync("four");

        var page = await paper.PageAsync(piece.Path + "?history");

        var versions = page.QuerySelectorAll(".versions > li").ToList();
        Assert.Equal(["Version 4", "Version 3", "Version 2", "Version 1"], versions.Select(v => v.QuerySelector("strong")!.TextContent));
        Assert.Equal(["With a notice", "Update: The vote is counted.", "Small edit", "First version"], versions.Select(v => v.QuerySelector(".version-line + p")!.TextContent));
        Assert.Equal("It was not in June.", versions[0].QuerySelector(".correction-text")!.TextContent);
        Assert.All(versions, v => Assert.NotNull(v.QuerySelector("time[datetime]")));
        var hashes = await paper.AskAsync(db => Task.FromResult(db.Revisions.Where(r => r.ArticleId == piece.Id).OrderByDescending(r => r.Number).Select(r => r.Hash).ToList()));
        Assert.Equal(hashes, versions.Select(v => v.QuerySelector("code")!.GetAttribute("title")));
        Assert.NotNull(page.QuerySelector("meta[name=robots][content=noindex]"));
    }

    [Fact]
    public async Task The_last_change_is_shown_and_any_two_versions_can_be_compared()
    {
        var piece = await FourVersionsAsync("compared");

        Assert.Equal(["Corrections"], Fields(await paper.PageAsync(piece.Path + "?history")));
        var whole = await paper.PageAsync(piece.Path + "?history&from=1&to=3");
        var turned = await paper.PageAsync(piece.Path + "?history&from=3&to=1");

        Assert.Equal(["Headline", "Text"], Fields(whole));
        Assert.Equal("What changed from version 1 to version 3", whole.QuerySelector("#changes-title")!.TextContent);
        var gone = whole.QuerySelectorAll(".diff del").Select(d => d.TextContent);
        Assert.Equal(["removed: June", "removed: at noon"], gone);
        Assert.Equal(["added: July", "added: in the evening"], whole.QuerySelectorAll(".diff ins").Select(d => d.TextContent));
        Assert.Contains("as before", whole.QuerySelector(".unchanged")!.TextContent);
        Assert.Equal(whole.QuerySelector("#changes")!.TextContent, turned.QuerySelector("#changes")!.TextContent);
        Assert.Equal("What changed from version 2 to version 4", (await paper.PageAsync(piece.Path + "?history&from=2")).QuerySelector("#changes-title")!.TextContent);
    }

    [Theory]
    [InlineData("from=0")]
    [InlineData("from=99")]
    [InlineData("from=1&to=99")]
    [InlineData("from=x")]
    public async Task Versions_that_are_not_there_have_no_page(string query)
    {
        var piece = await FourVersionsAsync("missing");

        Assert.Equal(404, await paper.StatusAsync($"{piece.Path}?history&{query}"));
    }

    [Fact]
    public async Task The_article_leads_to_its_history_and_names_its_own_place_in_the_log()
    {
        var piece = await FourVersionsAsync("foot");
        var page = await paper.PageAsync(piece.Path);
        var revision = await paper.AskAsync(db => Task.FromResult(db.Revisions.Where(r => r.ArticleId == piece.Id).OrderByDescending(r => r.Number).First()));

        Assert.Equal((piece.Url + "?history", "4 versions"), (page.QuerySelector(".history-link a")!.GetAttribute("href"), page.QuerySelector(".history-link span")!.TextContent));
        Assert.Equal($"{revision.Id} {revision.Hash}", page.QuerySelector("meta[name=revision]")!.GetAttribute("content"));
        Assert.Equal(("4", "4"), (page.QuerySelector(".since")!.GetAttribute("data-number"), page.QuerySelector(".since")!.GetAttribute("data-matters")));
    }

    [Fact]
    public async Task A_small_edit_is_nothing_to_be_told_of()
    {
        await paper.PublishAsync("Told", fields: "slug: told");
        var piece = await paper.PublishAsync("Told", "The council met.", fields: "slug: told");
        var page = await paper.PageAsync(piece.Path);

        Assert.Equal(("2", "0"), (page.QuerySelector(".since")!.GetAttribute("data-number"), page.QuerySelector(".since")!.GetAttribute("data-matters")));
        Assert.Null(page.QuerySelector("template#since"));
    }

    [Fact]
    public async Task Links_and_pictures_that_changed_without_a_word_are_told()
    {
        await paper.PublishAsync("Quiet", "Read [the report](https://example.org/one).", fields: "slug: quiet");
        var piece = await paper.PublishAsync("Quiet", "Read [the report](https://example.org/two).", fields: "slug: quiet");

        var page = await paper.PageAsync(piece.Path + "?history");

        Assert.Equal(["Links in the text"], Fields(page));
        Assert.Equal("https://example.org/[-one-]{+two+}", Marked(page.QuerySelector(".diff")!));
    }

    [Fact]
    public async Task A_change_of_form_alone_is_said_to_be_one()
    {
        await paper.PublishAsync("Form", "The council met.", fields: "slug: form");
        var piece = await paper.PublishAsync("Form", "The **council** met.", fields: "slug: form");

        Assert.Contains("The words, pictures and links are the same.", (await paper.PageAsync(piece.Path + "?history")).QuerySelector("#changes")!.TextContent);
    }

    [Fact]
    public async Task A_withdrawn_article_keeps_its_history_without_its_texts()
    {
        var piece = await FourVersionsAsync("gone");
        await paper.WithdrawAsync(piece, "It was not so.");

        using var gone = await paper.Browser.GetAsync(piece.Path);
        var text = await gone.Content.ReadAsStringAsync();
        var history = await paper.PageAsync(piece.Path + "?history");

        Assert.Equal(410, (int)gone.StatusCode);
        Assert.Contains("It was not so.", text);
        Assert.Contains($"{piece.Url}?history", text);
        Assert.Equal(4, history.QuerySelectorAll(".versions > li").Length);
        Assert.Contains("It was not so.", history.QuerySelector(".archive-head")!.TextContent);
        Assert.Empty(history.QuerySelectorAll(".diff, .version-tools a"));
        Assert.DoesNotContain("town hall", history.Body!.TextContent);
        Assert.Equal(404, await paper.StatusAsync(piece.Path + "?history&from=1&to=2"));
    }

    [Fact]
    public async Task A_history_is_new_on_the_request_after_a_publication()
    {
        var piece = await FourVersionsAsync("exact");
        await paper.PageAsync(piece.Path + "?history");
        Assert.Equal(0, await paper.VerbAsync("correct", piece.Path, "--text", "One more."));

        Assert.Equal(5, (await paper.PageAsync(piece.Path + "?history")).QuerySelectorAll(".versions > li").Length);
    }

    [Fact]
    public async Task The_end_of_the_log_is_shown_to_everybody_as_it_is()
    {
        var piece = await paper.PublishAsync("The last of the log");
        using var first = JsonDocument.Parse(await paper.TextAsync("/.well-known/revision-log"));
        var last = await paper.AskAsync(db => Task.FromResult(db.Revisions.OrderByDescending(r => r.Id).First()));

        Assert.Equal((last.Id, last.Hash, last.Id), (first.RootElement.GetProperty("id").GetInt64(), first.RootElement.GetProperty("hash").GetString(), first.RootElement.GetProperty("count").GetInt64()));
        Assert.Equal(0, await paper.VerbAsync("correct", piece.Path, "--text", "And one more."));
        using var second = JsonDocument.Parse(await paper.TextAsync("/.well-known/revision-log"));
        Assert.Equal(last.Id + 1, second.RootElement.GetProperty("id").GetInt64());
    }

    private async Task<Piece> FourVersionsAsync(string slug)
    {
        const string Rest = "\n\nNobody from the town hall was there.\n\nA vote follows.";
        await paper.PublishAsync("The fair is in June", "It opens at noon for all who have a ticket." + Rest, fields: $"slug: {slug}");
        await paper.PublishAsync("The fair is in July", "It opens at noon for all who have a ticket." + Rest, fields: $"slug: {slug}");
        string[] third = [$"slug: {slug}", "updateNote: The vote is counted."];
        await paper.PublishAsync("The fair is in July", "It opens in the evening for all who have a ticket." + Rest, fields: third);
        return await paper.PublishAsync("The fair is in July", "It opens in the evening for all who have a ticket." + Rest, fields: [.. third, "correction:", "  text: It was not in June."]);
    }

    private static IEnumerable<string> Fields(IParentNode page) => page.QuerySelectorAll("#changes h3").Select(h => h.TextContent);

    private static string Marked(IElement line) => string.Concat(line.ChildNodes.Select(n => n switch
    {
        IElement { LocalName: "del" } gone => $"[-{gone.TextContent.Replace("removed: ", "")}-]",
        IElement { LocalName: "ins" } come => $"{{+{come.TextContent.Replace("added: ", "")}+}}",
        _ => n.TextContent,
    }));
}
