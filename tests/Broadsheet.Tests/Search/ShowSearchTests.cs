using AngleSharp.Dom;
using Broadsheet.Data.Reading;
using Broadsheet.Data.Search;
using Broadsheet.Domain.Changes;
using Microsoft.Extensions.DependencyInjection;

namespace Broadsheet.Tests.Search;

public sealed class ShowSearchTests(Paper paper) : PaperTest
{
    [Theory]
    [InlineData("The ferries are striking", "en", "ferry strikes", "ferries")]
    [InlineData("The Council's café opens", "en", "cafe councils", "café")]
    [InlineData("बाढ़ के बाद बाज़ार खुला", "hi", "बाजार", "बाज़ार")]
    [InlineData("موسم الطيور العابرة", "ar", "طيور", "الطيور")]
    [InlineData("Die Häuser am Fluß", "de", "hauser fluss", "Häuser")]
    public async Task A_reader_finds_a_word_in_the_forms_of_its_language(string headline, string language, string query, string marked)
    {
        var piece = await paper.PublishAsync(headline, $"{headline}.", fields: $"language: {language}");

        var page = await paper.PageAsync("/search?q=" + Uri.EscapeDataString(query));

        Assert.Contains(piece.Url, page.QuerySelectorAll("main .headline a").Select(a => a.GetAttribute("href")));
        Assert.Contains(page.QuerySelectorAll("mark"), m => m.TextContent.Contains(marked));
        Assert.Equal(query, page.QuerySelector("#search-field")!.GetAttribute("value"));
    }

    [Fact]
    public async Task Every_word_of_the_query_must_be_there()
    {
        await paper.PublishAsync("Lanterns above", "Lanterns hang over the quay.");
        var both = await paper.PublishAsync("Lanterns and otters", "Otters swim below them.");

        Assert.Equal([both.Url], await FoundAsync("lanterns otters"));
        Assert.Empty(await FoundAsync("lanterns xylophone"));
    }

    [Fact]
    public async Task A_word_in_the_headline_counts_for_more()
    {
        var body = await paper.PublishAsync("Something else entirely", "The cormorant was seen. " + string.Join(' ', Enumerable.Repeat("Text.", 40)));
        var headline = await paper.PublishAsync("A cormorant at the pier", "It was seen. " + string.Join(' ', Enumerable.Repeat("Text.", 40)));

        Assert.Equal([headline.Url, body.Url], await FoundAsync("cormorant"));
    }

    [Fact]
    public async Task Of_very_many_hits_the_newest_are_ranked_and_the_older_follow_by_date()
    {
        List<long> ids = [];
        foreach (var headline in new[] { "A spoonbill first", "Second", "A spoonbill third", "Fourth" }) ids.Add((await paper.PublishAsync(headline, "A spoonbill was seen.")).Id);

        async Task<List<long>> Found(int skip, int take, int ranked)
        {
            await using var scope = paper.Services.CreateAsyncScope();
            var room = scope.ServiceProvider.GetRequiredService<ReadingRoom>();
            var (found, total) = await room.AskAsync(db => ArticleSearch.FindAsync(db, "spoonbill", skip, take, TestContext.Current.CancellationToken, ranked), Names.Words);
            Assert.Equal(4, total);
            return found;
        }
        long[] ofTwo = [ids[2], ids[3], ids[1], ids[0]];
        Assert.Equal([ids[2], ids[0], ids[3], ids[1]], await Found(0, 4, ranked: 4));
        Assert.Equal(ofTwo, await Found(0, 4, ranked: 2));
        Assert.Equal(ofTwo[1..3], await Found(1, 2, ranked: 2));
        Assert.Equal(ofTwo[2..], await Found(2, 2, ranked: 2));
        Assert.Empty(await Found(4, 2, ranked: 2));
    }

    [Fact]
    public async Task Authors_topics_and_the_lead_are_found_too()
    {
        var piece = await paper.PublishAsync("Plain", fields: ["byline: Zaphira Quist", "topics: Waterworks", "standfirst: A thunderous evening."]);

        foreach (var query in new[] { "Quist", "waterworks", "thunderous" }) Assert.Equal([piece.Url], await FoundAsync(query));
    }

    [Fact]
    public async Task What_was_revised_is_found_by_its_new_words_only()
    {
        await paper.PublishAsync("Before", "A walrus came.", fields: "slug: revised");
        await paper.PublishAsync("Before", "A narwhal came.", fields: "slug: revised");

        Assert.Empty(await FoundAsync("walrus"));
        Assert.Equal(["/town/revised/"], await FoundAsync("narwhal"));
    }

    [Theory]
    [InlineData("")]
    [InlineData("   ")]
    [InlineData("\"")]
    [InlineData("'; drop table article; --")]
    [InlineData("a OR b AND NOT (c NEAR/2 d)")]
    [InlineData("headline:x ^y* {body}: -z")]
    [InlineData("a & b | !c <-> d:*")]
    [InlineData("\\' \\\\ \\")]
    [InlineData("%_%")]
    [InlineData("<script>alert(1)</script>")]
    [InlineData("\u0000\u0001\ufffe")]
    [InlineData("{{ 7 | times: 7 }}")]
    [InlineData("{0} {1} {x}")]
    [InlineData("😀 🏳️‍🌈")]
    [InlineData("ܐ ༀ ‮ ‏")]
    [InlineData("' ' ' ’’")]
    public async Task Whatever_is_asked_is_answered(string query)
    {
        await paper.PublishAsync("Here so that there is something", fields: "slug: something");

        var page = await paper.PageAsync("/search?q=" + Uri.EscapeDataString(query));

        Assert.DoesNotContain(page.QuerySelectorAll("script"), s => s.TextContent.Contains("alert"));
        Assert.DoesNotContain("49", page.QuerySelector("main h1")!.TextContent);
        Assert.Equal("something", (await FoundAsync("something"))[0][6..^1]);
    }

    [Fact]
    public async Task A_very_long_query_is_answered() => Assert.Equal(200, await paper.StatusAsync("/search?q=" + string.Join('+', Enumerable.Range(1, 900).Select(n => $"word{n}"))));

    [Fact]
    public async Task Many_hits_are_paged()
    {
        await paper.PublishFilesAsync([.. Enumerable.Range(1, 25).Select(n => paper.Manuscript($"Kingfisher {n}"))]);

        var first = await paper.PageAsync("/search?q=kingfisher");

        Assert.Equal(20, first.QuerySelectorAll("main .headline").Length);
        Assert.Contains("25 articles", first.QuerySelector(".intro")!.TextContent);
        Assert.Equal("/search?q=kingfisher&page=2", first.QuerySelector("a[rel=next]")!.GetAttribute("href"));
        Assert.Equal(5, (await paper.PageAsync("/search?q=kingfisher&page=2")).QuerySelectorAll("main .headline").Length);
    }

    [Fact]
    public async Task A_snippet_is_text()
    {
        await paper.PublishAsync("Markup in text", "The yellowhammer `<b onclick=x>` sings & rests.");

        var mark = (await paper.PageAsync("/search?q=yellowhammer")).QuerySelector("mark")!;

        Assert.Equal("yellowhammer", mark.TextContent);
        Assert.Contains("<b onclick=x>", mark.ParentElement!.TextContent);
    }

    private async Task<List<string>> FoundAsync(string query) =>
        [.. (await paper.PageAsync("/search?q=" + Uri.EscapeDataString(query))).QuerySelectorAll("main .river .headline a").Select(a => a.GetAttribute("href")!)];
}
