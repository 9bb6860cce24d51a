using AngleSharp.Dom;
using AngleSharp.Html.Parser;

namespace Broadsheet.Tests.Comments;

public sealed class ThreadTests(OpenPaper paper) : PaperTest<OpenPaper>
{
    [Fact]
    public async Task A_reply_stands_on_the_page_at_once_where_nothing_waits()
    {
        var piece = await paper.PublishAsync("At once");

        using var answer = await paper.SendAsync(new Reply(piece, "First!\n\nSee https://example.org/a.") { Author = "Ann <b>", Website = "https://example.org/ann" });

        var id = Assert.Single(await paper.CommentsOnAsync(piece)).Id;
        Assert.Equal($"{piece.Url}#comment-{id}", answer.Headers.Location!.OriginalString);
        var comment = (await paper.PageAsync(piece.Path)).QuerySelector($"#comment-{id}")!;
        Assert.Equal("Ann <b>", comment.QuerySelector("bdi")!.TextContent);
        Assert.Equal("nofollow ugc noopener", comment.QuerySelector("bdi a")!.GetAttribute("rel"));
        Assert.Equal(2, comment.QuerySelectorAll(".reply-body p").Length);
        Assert.Equal("https://example.org/a", comment.QuerySelector(".reply-body a")!.GetAttribute("href"));
    }

    [Fact]
    public async Task An_answer_stands_within_what_it_answers()
    {
        var piece = await paper.PublishAsync("Threads");
        var opener = await paper.CommentAsync(piece, "The opener");
        var answer = await paper.CommentAsync(piece, "The answer", parent: opener);
        var second = await paper.CommentAsync(piece, "The second thread");
        var deeper = await paper.CommentAsync(piece, "Deeper", parent: answer);

        var page = await paper.PageAsync(piece.Path);

        Assert.Equal([$"comment-{opener}", $"comment-{answer}", $"comment-{deeper}", $"comment-{second}"], page.QuerySelectorAll("#comments article").Select(a => a.Id));
        Assert.NotNull(page.QuerySelector($"#comment-{opener}")!.ParentElement!.QuerySelector($"ol #comment-{answer}"));
        Assert.Equal("4 replies", page.QuerySelector("#replies-head")!.TextContent);
        Assert.Equal([opener, opener, null], (await paper.CommentsOnAsync(piece)).Where(c => c.Id != opener).OrderBy(c => c.ThreadId is null).Select(c => c.ThreadId));
    }

    [Fact]
    public async Task However_deep_a_thread_goes_every_reply_is_shown()
    {
        var piece = await paper.PublishAsync("Deep");
        List<long> ids = [await paper.CommentAsync(piece, "Level 0")];
        for (var level = 1; level <= 9; level++) ids.Add(await paper.CommentAsync(piece, $"Level {level}", parent: ids[^1]));

        var page = await paper.PageAsync(piece.Path);

        Assert.Equal(ids.Select(id => $"comment-{id}"), page.QuerySelectorAll("#comments article").Select(a => a.Id));
    }

    [Fact]
    public async Task The_form_says_whom_one_answers()
    {
        var piece = await paper.PublishAsync("Answering");
        var id = await paper.CommentAsync(piece, "A question", author: "Bob Asker");

        var page = await paper.PageAsync($"{piece.Path}?replyto={id}");

        Assert.Equal("Leave a Reply to Bob Asker", page.QuerySelector("#respond-head")!.TextContent);
        Assert.Equal($"{id}", page.QuerySelector("input[name=parent]")!.GetAttribute("value"));
        Assert.Equal($"{piece.Url}#comment-{id}", page.QuerySelector(".cancel a")!.GetAttribute("href"));
        Assert.Equal($"{piece.Url}?replyto={id}#respond", page.QuerySelector($"#comment-{id} .reply-answer a")!.GetAttribute("href"));
    }

    [Fact]
    public async Task Many_threads_are_paged_and_a_new_one_is_shown_where_it_stands()
    {
        var piece = await paper.PublishAsync("Many replies");
        for (var n = 1; n <= 50; n++) await paper.CommentAsync(piece, $"Thread number {n}");

        using var answer = await paper.SendAsync(new Reply(piece, "Thread number 51"));

        var id = (await paper.CommentsOnAsync(piece))[^1].Id;
        Assert.Equal($"{piece.Url}?replies=2#comment-{id}", answer.Headers.Location!.OriginalString);
        Assert.Single((await paper.PageAsync($"{piece.Path}?replies=2")).QuerySelectorAll("#comments article"));
        var first = await paper.PageAsync(piece.Path);
        Assert.Equal(50, first.QuerySelectorAll("#comments article").Length);
        Assert.Equal($"{piece.Url}?replies=2#comments", first.QuerySelector("#comments a[rel=next]")!.GetAttribute("href"));
    }

    [Fact]
    public async Task Who_ticks_the_box_is_remembered_in_their_own_browser_only()
    {
        var piece = await paper.PublishAsync("Remembering");
        var reply = new Reply(piece, "Remember me") { Author = "Ann Known", Email = "ann.known@example.org", Website = "https://example.org/", Remember = true };

        using var answer = await paper.SendAsync(reply);

        var cookies = answer.Headers.GetValues("Set-Cookie").ToList();
        var secret = Assert.Single(cookies, c => c.StartsWith("reader="));
        Assert.Contains("httponly", secret);
        Assert.Contains("samesite=lax", secret);
        Assert.DoesNotContain("ann.known", Uri.UnescapeDataString(secret));
        var mine = await MeAsync(string.Join("; ", cookies.Select(c => c.Split(';')[0])));
        Assert.Equal((200, """{"author":"Ann Known","email":"ann.known@example.org","website":"https://example.org/"}"""), mine);
        Assert.Equal(204, (await MeAsync("")).Status);
        Assert.Equal(204, (await MeAsync("reader=" + new string('A', 80))).Status);
        Assert.Equal(204, (await MeAsync("reader=not-base64!")).Status);
        Assert.DoesNotContain("ann.known", await paper.TextAsync(piece.Path));
    }

    [Fact]
    public async Task Who_does_not_tick_the_box_gets_no_cookie()
    {
        var piece = await paper.PublishAsync("Not remembering");

        using var answer = await paper.SendAsync(new Reply(piece, "Forget me"));

        Assert.False(answer.Headers.Contains("Set-Cookie"));
    }

    [Fact]
    public async Task A_remembered_readers_page_is_kept_by_nobody()
    {
        var piece = await paper.PublishAsync("Personal page");
        using var sent = await paper.SendAsync(new Reply(piece, "Remember me") { Email = "bob.known@example.org", Remember = true });
        using var request = new HttpRequestMessage(HttpMethod.Get, piece.Path + "?remembered=1");
        request.Headers.Add("Cookie", sent.Headers.GetValues("Set-Cookie").First(c => c.StartsWith("reader=")).Split(';')[0]);

        using var answer = await paper.Browser.SendAsync(request);

        Assert.Equal("no-store", answer.Headers.CacheControl!.ToString());
        Assert.Null(answer.Headers.ETag);
        Assert.Equal("bob.known@example.org", new HtmlParser().ParseDocument(await answer.Content.ReadAsStringAsync()).QuerySelector("#reply-email")!.GetAttribute("value"));
    }

    [Fact]
    public async Task Many_readers_may_write_at_once()
    {
        var piece = await paper.PublishAsync("All at once");

        var answers = await Task.WhenAll(Enumerable.Range(1, 16).Select(n => paper.SendAsync(new Reply(piece, $"Voice {n}"))));

        Assert.All(answers, a => Assert.Equal(303, (int)a.StatusCode));
        Assert.Equal(16, (await paper.CommentsOnAsync(piece)).Count);
    }

    [Fact]
    public async Task One_reader_in_two_windows_is_one_reader()
    {
        var piece = await paper.PublishAsync("Two windows");
        var email = Reply.SomeAddress();

        var answers = await Task.WhenAll(Enumerable.Range(1, 8).Select(n => paper.SendAsync(new Reply(piece, $"Window {n}") { Email = email })));

        Assert.All(answers, a => Assert.Equal(303, (int)a.StatusCode));
        Assert.Single((await paper.CommentsOnAsync(piece)).Select(c => c.ReaderId).Distinct());
    }

    private async Task<(int Status, string Text)> MeAsync(string cookie)
    {
        using var request = new HttpRequestMessage(HttpMethod.Get, "/comments/me");
        if (cookie.Length > 0) request.Headers.Add("Cookie", cookie);
        using var answer = await paper.Browser.SendAsync(request);
        return ((int)answer.StatusCode, await answer.Content.ReadAsStringAsync());
    }
}
