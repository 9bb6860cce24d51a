using System.Net;
using Broadsheet.Data;
using Broadsheet.Web.Features.Moving;
using Microsoft.EntityFrameworkCore;
using static Broadsheet.Tests.Moving.MovedPaper;

namespace Broadsheet.Tests.Moving;

/// <summary>What the verification of a move proves, and that it would see each thing that can go wrong.</summary>
public sealed class VerificationTests(MovedPaper paper) : PaperTest<MovedPaper>
{
    private const string HeldBegins = "These are the words of somebody who waits for a moderator to";

    private static readonly string Search = $"/search?q={Uri.EscapeDataString("These are the words of somebody")}";

    [Fact]
    public async Task Of_a_paper_as_it_should_be_it_tells_what_was_asked()
    {
        var outcome = await VerifyAsync(paper.Browser);

        Assert.Empty(outcome.Findings);
        // Of those held back one says what the article says, and one what a visible reply says.
        Assert.Equal((2, 61, 1, 4), (outcome.Articles, outcome.Comments, outcome.KeptBack, outcome.CommentsKeptBack));
        Assert.True(outcome is { Addresses: > 4, Lists: > 6, FeedNames: >= 2, Requests: > 30, FindingCount: 0 }, $"{outcome}");
    }

    public static TheoryData<string, Func<string, string>, string> Wrongs => new()
    {
        { Boats, page => page.Replace("Boats &amp; Co", "Boats"), "does not show its headline" },
        { Boats, page => page.Replace("id=\"comment-201\"", ""), $"{Boats}#comment-201: is not shown, though the reply is public" },
        { $"{Crowd}?replies=2", page => page.Replace("id=\"comment-355\"", ""), $"{Crowd}#comment-355: is not shown, though the reply is public" },
        { Boats, page => page.Replace("</main>", $"<p>These  are the words of <b>somebody</b> who waits\nfor a moderator to</p></main>"), $"shows a reply that is not public: {HeldBegins}" },
        { Boats, page => page.Replace("</main>", "<p id=\"comment-203\">Cheap.</p></main>"), "names the reply 203, which is not public" },
        { $"{Boats}?replies=2", page => page.Replace("</main>", $"<p>{Held}</p></main>"), $"shows a reply that is not public: {HeldBegins}" },
        { $"{Boats}feed/", feed => feed.Replace("</item>", "<link>https://old.example/#comment-202</link></item>"), "names the reply 202, which is not public" },
        { $"{Boats}feed/", feed => feed.Replace("</item>", "&lt;p&gt;These are the &lt;em&gt;words&lt;/em&gt; of somebody who waits for a moderator to</item>"), $"shows a reply that is not public: {HeldBegins}" },
        { Search, page => page + Held, $"shows a reply that is not public: {HeldBegins}" },
        { "/comments/feed/", _ => "<a href=\"/#comment-202\">a reply</a>", "names the reply 202, which is not public" },
        { "/feed/", feed => feed.Replace("http://first.example/?p=101&amp;x=1", "http://first.example/?p=101"), $"calls {Boats} http://first.example/?p=101; the old site called it {MovedPaper.Guid}" },
        { "/harbour/feed/", feed => feed.Replace("http://first.example", "https://first.example"), $"calls {Boats} https://first.example/?p=101&x=1; the old site called it {MovedPaper.Guid}" },
        { "/feed/", feed => feed.Replace($"{Boats}</link>", $"{Draft}</link>"), $"names {Draft}, which is not public" },
        { "/", page => page.Replace("</main>", $"<a href=\"{Draft}#comments\">Not yet</a></main>"), $"names {Draft}, which is not public" },
        { "/harbour/", page => page.Replace("</main>", $"<a href=\"{Draft}\">Not yet</a></main>"), $"names {Draft}, which is not public" },
        { "/topics/row/", page => page.Replace("</main>", $"<a href=\"{Draft}\">Not yet</a></main>"), $"names {Draft}, which is not public" },
        { "/sitemaps/articles-1.xml", map => map.Replace(Boats, Draft), $"names {Draft}, which is not public" },
        { "/harbour/feed/", feed => feed.Replace("</channel>", "<item>"), "cannot be read: " },
        { Draft, _ => "Not yet", "shows something, where a piece is that is not public" },
        { $"{Draft}amp/", _ => "Not yet", "shows something, where a piece is that is not public" },
        { "/?page_id=103", _ => "Not yet", "shows something, where a piece is that is not public" },
        { $"/search?q={Uri.EscapeDataString("Not yet for anybody Nobody may read this as yet,")}", page => page + $"<a href=\"{Draft}\">", $"{Draft}: is found by a search" },
    };

    [Theory]
    [MemberData(nameof(Wrongs))]
    public async Task A_page_that_is_wrong_is_found(string address, Func<string, string> alter, string what)
    {
        var told = await ToldAsync(address, HttpStatusCode.OK, alter);

        Assert.Contains(told, finding => finding.StartsWith(what.StartsWith('/') ? what : $"{address}: {what}", StringComparison.Ordinal));
    }

    [Theory]
    [InlineData(Boats, "answers 500, though the article is published")]
    [InlineData("/?p=102", $"answers 500; it should lead to {Crowd}")]
    [InlineData("/tag/row/", "answers 500; it should lead to /topics/row/")]
    [InlineData("/sitemap.xml", "answers 500")]
    [InlineData("/harbour/", "answers 500")]
    [InlineData("/topics/row/", "is where old addresses lead, and answers 500")]
    public async Task An_address_that_does_not_answer_is_found(string address, string what) =>
        Assert.Contains($"{address}: {what}", await ToldAsync(address, HttpStatusCode.InternalServerError, _ => ""));

    [Theory]
    [InlineData("update old_address set target = '/harbour/' where path = '/?p=101'", "update old_address set target = '/2015/03/boats/' where path = '/?p=101'", $"/?p=101: leads to /harbour/; it should lead to {Boats}")]
    [InlineData("insert into listed (list, published_at, article_id) values ('topic:99', '2015-03-04 05:06:07', 103)", "delete from listed where list = 'topic:99'", $"{Draft}: stands in a list (topic:99), and is not public")]
    public async Task A_row_that_is_wrong_is_found(string spoil, string mend, string what)
    {
        await paper.AskAsync(db => db.Database.ExecuteSqlRawAsync(spoil));
        var told = Told(await VerifyAsync(paper.Browser));
        await paper.AskAsync(db => db.Database.ExecuteSqlRawAsync(mend));

        Assert.Contains(what, told);
    }

    private async Task<List<string>> ToldAsync(string address, HttpStatusCode status, Func<string, string> alter)
    {
        using var browser = new HttpClient(new AlteredSite(address, status, alter)) { BaseAddress = new Uri(paper.Url) };
        return Told(await VerifyAsync(browser));
    }

    private Task<Verification.Outcome> VerifyAsync(HttpClient browser) => new Verification(browser, paper.Part<Database>()).RunAsync(_ => { }, TestContext.Current.CancellationToken);

    private static List<string> Told(Verification.Outcome outcome) => [.. outcome.Findings.Select(f => $"{f.Address}: {f.What}")];
}
