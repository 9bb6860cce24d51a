using System.Net.Http.Headers;

namespace Broadsheet.Tests.Purging;

public sealed class VarnishTests(VarnishPaper paper) : PaperTest<VarnishPaper>
{
    [Fact]
    public async Task A_page_is_fetched_once_and_a_browser_still_asks_each_time()
    {
        var piece = await paper.PublishAsync("Kept in front");
        await paper.SettledAsync();

        var (first, second) = (await paper.SeeAsync(piece.Path), await paper.SeeAsync(piece.Path));

        Assert.Equal((200, false), (first.Status, first.FromVarnish));
        Assert.True(second.FromVarnish);
        Assert.Equal((first.Text, "no-cache"), (second.Text, second["Cache-Control"]));
        Assert.Contains("default-src 'none'", second["Content-Security-Policy"]);
        Assert.All(["Surrogate-Key", "xkey", "CDN-Cache-Control", "Fetch", "Purge-Before"], header => Assert.Empty(second[header]));
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task A_published_article_is_on_the_front_page_at_once(bool elsewhere)
    {
        await paper.KeptAsync("/");

        var piece = elsewhere ? await paper.PublishElsewhereAsync($"News from elsewhere {elsewhere}", fields: "rank: 5") : await paper.PublishAsync($"News {elsewhere}", fields: "rank: 5");

        Assert.Contains(piece.Url, (await paper.SeeAsync("/")).Text);
    }

    [Fact]
    public async Task A_comment_is_seen_at_once()
    {
        var piece = await paper.PublishAsync("Talked about");
        await paper.KeptAsync(piece.Path);

        await paper.CommentAsync(piece, "Seen through Varnish");

        Assert.Contains("Seen through Varnish", (await paper.SeeAsync(piece.Path)).Text);
    }

    [Fact]
    public async Task A_comment_sent_through_Varnish_is_seen_and_cookies_come_and_go()
    {
        var piece = await paper.PublishAsync("Remember the reader");
        await paper.KeptAsync(piece.Path);

        using var answer = await paper.SendAsync(new Reply(piece, "By way of Varnish") { Author = "Ann Remembered", Remember = true }, browser: paper.Reader);
        var cookie = Assert.Single(answer.Headers.GetValues("Set-Cookie"), c => c.StartsWith("reader=")).Split(';')[0];

        Assert.Equal(303, (int)answer.StatusCode);
        Assert.Contains("By way of Varnish", (await paper.SeeAsync(piece.Path)).Text);
        var (mine, mineAgain, theirs) = (await paper.SeeAsync(piece.Path + "?remembered=1", "Cookie", cookie), await paper.SeeAsync(piece.Path + "?remembered=1", "Cookie", cookie), await paper.SeeAsync(piece.Path + "?remembered=1"));
        Assert.Contains("value=\"Ann Remembered\"", mine.Text);
        Assert.False(mineAgain.FromVarnish || theirs.FromVarnish);
        Assert.DoesNotContain("value=\"Ann Remembered\"", theirs.Text);
        Assert.Contains("Ann Remembered", (await paper.SeeAsync("/comments/me", "Cookie", cookie)).Text);
        Assert.Equal(204, (await paper.SeeAsync("/comments/me")).Status);
    }

    [Fact]
    public async Task A_reader_with_cookies_gets_the_kept_page()
    {
        var piece = await paper.PublishAsync("Same for all");
        await paper.KeptAsync(piece.Path);

        Assert.True((await paper.SeeAsync(piece.Path, "Cookie", "remembered=1; reader=abc")).FromVarnish);
    }

    [Fact]
    public async Task A_withdrawn_article_is_gone_at_once()
    {
        var piece = await paper.PublishAsync("Not so after all");
        await paper.KeptAsync(piece.Path);

        await paper.WithdrawAsync(piece);

        Assert.Equal(410, (await paper.SeeAsync(piece.Path)).Status);
    }

    [Fact]
    public async Task A_new_order_of_the_Top_Stories_is_seen_at_once()
    {
        var (first, second) = (await paper.PublishAsync("Order one", section: "order-a"), await paper.PublishAsync("Order two", section: "order-b"));
        Assert.Equal(0, await paper.VerbAsync("front", first.Path, second.Path));
        await paper.KeptAsync("/");

        Assert.Equal(0, await paper.VerbAsync("front", second.Path, first.Path));

        var text = (await paper.SeeAsync("/")).Text;
        Assert.True(text.IndexOf(second.Url, StringComparison.Ordinal) < text.IndexOf(first.Url, StringComparison.Ordinal));
    }

    [Fact]
    public async Task A_changed_theme_empties_the_cache_soon()
    {
        var piece = await paper.PublishAsync("In a new dress");
        await paper.KeptAsync(piece.Path);

        await File.AppendAllTextAsync(Path.Combine(paper.Theme, "article.liquid"), "<p>A new dress</p>");

        await Soon.Async(async () => (await paper.SeeAsync(piece.Path)).Text.Contains("A new dress"));
    }

    [Fact]
    public async Task All_can_be_dropped_by_hand_and_so_can_one_name()
    {
        var (piece, other) = (await paper.PublishAsync("By hand"), await paper.PublishAsync("Also by hand"));
        await paper.KeptAsync(piece.Path);
        await paper.KeptAsync(other.Path);

        Assert.Equal(0, await Program.VerbAsync("purge", $"article:{piece.Id}", "--data", paper.Folder));
        Assert.False((await paper.SeeAsync(piece.Path)).FromVarnish);
        Assert.True((await paper.SeeAsync(other.Path)).FromVarnish);

        Assert.Equal(0, await Program.VerbAsync("purge", "--all", "--data", paper.Folder));
        Assert.False((await paper.SeeAsync(other.Path)).FromVarnish);
    }

    [Fact]
    public async Task Each_reader_gets_the_packing_that_they_take()
    {
        var piece = await paper.PublishAsync("Packed");
        await paper.SettledAsync();
        foreach (var (accepted, sent) in new[] { ("gzip, deflate, br, zstd", "br"), ("gzip", "gzip"), ("br;q=0, gzip", "gzip"), ("", "") })
        {
            await Soon.Async(async () => (await paper.SeeAsync(piece.Path, "Accept-Encoding", accepted)).FromVarnish);
            var answer = await paper.SeeAsync(piece.Path, "Accept-Encoding", accepted);
            Assert.Equal((sent, true, "Accept-Encoding"), (answer["Content-Encoding"], answer.FromVarnish, answer["Vary"]));
        }
        Assert.Contains("Packed", (await paper.SeeAsync(piece.Path)).Text);

        await paper.CommentAsync(piece, "In every packing");

        Assert.False((await paper.SeeAsync(piece.Path, "Accept-Encoding", "br")).FromVarnish);
        Assert.False((await paper.SeeAsync(piece.Path, "Accept-Encoding", "gzip")).FromVarnish);
    }

    [Fact]
    public async Task Who_has_the_page_already_hears_so_from_Varnish()
    {
        var piece = await paper.PublishAsync("Known already");
        await paper.KeptAsync(piece.Path);
        var tag = (await paper.SeeAsync(piece.Path, "Accept-Encoding", "br"))["ETag"];

        Assert.Equal(304, (await paper.SeeAsync(piece.Path, "Accept-Encoding", "br", "If-None-Match", tag)).Status);
        await paper.CommentAsync(piece, "Now it is another");
        Assert.Equal(200, (await paper.SeeAsync(piece.Path, "Accept-Encoding", "br", "If-None-Match", tag)).Status);
    }

    [Theory]
    [InlineData("?utm_source=mail&utm_medium=link")]
    [InlineData("?fbclid=abc")]
    public async Task A_link_that_counts_clicks_leads_to_the_same_kept_page(string counting)
    {
        var piece = await paper.PublishAsync($"Counted {counting.Length}");
        await paper.KeptAsync(piece.Path);

        Assert.True((await paper.SeeAsync(piece.Path + counting)).FromVarnish);
        Assert.False((await paper.SeeAsync(piece.Path + "?replies=2&" + counting[1..])).FromVarnish);
    }

    [Theory]
    [InlineData("/nowhere/at/all/")]
    [InlineData("/healthz")]
    [InlineData("/search?q=")]
    public async Task What_the_paper_does_not_keep_is_not_kept_in_front(string path)
    {
        await paper.SettledAsync();
        await paper.SeeAsync(path);
        var (status, direct) = ((await paper.SeeAsync(path)).FromVarnish, await paper.Browser.GetAsync(path));

        Assert.Equal(direct.Headers.Contains("CDN-Cache-Control"), status);
    }

    [Fact]
    public async Task Only_the_paper_may_purge()
    {
        var piece = await paper.PublishAsync("Not for strangers");
        await paper.KeptAsync(piece.Path);

        using var stranger = new HttpRequestMessage(new HttpMethod("PURGE"), "/") { Headers = { { "Surrogate-Key", "*" }, { "X-Forwarded-For", "203.0.113.9" } } };
        using var refused = await paper.Reader.SendAsync(stranger);

        Assert.Equal(403, (int)refused.StatusCode);
        Assert.True((await paper.SeeAsync(piece.Path)).FromVarnish);
    }

    [Fact]
    public async Task A_picture_is_kept_as_its_own_header_says()
    {
        var sheet = (await paper.SeeAsync("/")).Text.Split('"').First(part => part.StartsWith("/theme/") && part.EndsWith(".css"));
        await paper.SettledAsync();
        await paper.SeeAsync(sheet);

        var again = await paper.SeeAsync(sheet);

        Assert.True(again.FromVarnish);
        Assert.Equal(TimeSpan.FromDays(365), CacheControlHeaderValue.Parse(again["Cache-Control"]).MaxAge);
    }
}
