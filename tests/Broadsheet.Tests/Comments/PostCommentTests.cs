using System.Text;
using AngleSharp.Dom;
using AngleSharp.Html.Parser;
using Broadsheet.Domain.Comments;

namespace Broadsheet.Tests.Comments;

public sealed class PostCommentTests(Paper paper) : PaperTest
{
    [Fact]
    public async Task A_strangers_first_comment_waits_for_a_moderator()
    {
        var piece = await paper.PublishAsync("Waiting");

        using var answer = await paper.SendAsync(new Reply(piece, "Stay safe!"));

        Assert.Equal((303, $"{piece.Url}?reply=waiting#respond"), ((int)answer.StatusCode, answer.Headers.Location!.OriginalString));
        Assert.Equal(CommentState.Waiting, Assert.Single(await paper.CommentsOnAsync(piece)).State);
        Assert.DoesNotContain("Stay safe!", await paper.TextAsync(piece.Path));
        Assert.DoesNotContain("Stay safe!", await paper.TextAsync(piece.Path + "feed/"));
        Assert.Contains("waits for a moderator", await paper.TextAsync($"{piece.Path}?reply=waiting"));
    }

    [Fact]
    public async Task An_approved_comment_is_shown_and_its_writer_trusted_from_then_on()
    {
        var piece = await paper.PublishAsync("Approving");
        var email = Reply.SomeAddress();
        var first = await paper.CommentAsync(piece, "The first of mine", email: email);

        Assert.Equal(0, await paper.VerbAsync("comments", "approve", $"{first}"));
        using var second = await paper.SendAsync(new Reply(piece, "The second of mine") { Email = email.ToUpperInvariant() });

        var text = await paper.TextAsync(piece.Path);
        Assert.Contains("The first of mine", text);
        Assert.Contains("The second of mine", text);
        Assert.EndsWith($"#comment-{first + 1}", second.Headers.Location!.OriginalString);
    }

    [Fact]
    public async Task A_rejected_comment_is_not_shown()
    {
        var piece = await paper.PublishAsync("Rejecting");
        var id = await paper.CommentAsync(piece, "Something rude");

        Assert.Equal(0, await paper.VerbAsync("comments", "reject", $"{id}"));

        Assert.DoesNotContain("Something rude", await paper.TextAsync(piece.Path));
    }

    [Fact]
    public async Task Anybody_can_carry_a_trusted_address_so_a_form_from_nowhere_waits()
    {
        var piece = await paper.PublishAsync("From nowhere");
        var email = Reply.SomeAddress();
        Assert.Equal(0, await paper.VerbAsync("comments", "approve", $"{await paper.CommentAsync(piece, "Mine", email: email)}"));

        using var answer = await paper.SendAsync(new Reply(piece, "Not mine") { Email = email, Stamp = "" }, origin: "");

        Assert.EndsWith("?reply=waiting#respond", answer.Headers.Location!.OriginalString);
    }

    public static TheoryData<string, string, string, string, string, string> Faults => new()
    {
        { "", "ann@example.org", "", "Text", "author", "Give a name, so that others can answer you." },
        { new string('n', 81), "ann@example.org", "", "Text", "author", "A name has at most 80 characters." },
        { "Ann", "", "", "Text", "email", "Give your email address. It will not be published." },
        { "Ann", "ann.example.org", "", "Text", "email", "This is not an email address: check for a missing @ or dot." },
        { "Ann", "ann@example.org", "javascript:alert(1)", "Text", "website", "A website address starts with http:// or https://." },
        { "Ann", "ann@example.org", "", " \n ", "body", "Write something first." },
        { "Ann", "ann@example.org", "", new string('t', 8001), "body", "A reply has at most 8,000 characters." },
    };

    [Theory]
    [MemberData(nameof(Faults))]
    public async Task A_fault_is_told_beside_its_field_and_nothing_is_lost(string author, string email, string website, string body, string field, string message)
    {
        var piece = await paper.PublishAsync("Faulty", fields: "slug: faulty");

        using var answer = await paper.SendAsync(new Reply(piece, body) { Author = author, Email = email, Website = website, Remember = true });

        Assert.Equal(422, (int)answer.StatusCode);
        Assert.Equal("no-store", answer.Headers.CacheControl!.ToString());
        var page = new HtmlParser().ParseDocument(await answer.Content.ReadAsStringAsync());
        var control = page.QuerySelector($"#reply-{field}")!;
        Assert.Equal("true", control.GetAttribute("aria-invalid"));
        Assert.Contains($"reply-{field}-error", control.GetAttribute("aria-describedby"));
        Assert.Equal(message, page.QuerySelector($"#reply-{field}-error")!.TextContent);
        Assert.Single(page.QuerySelectorAll(".error"));
        Assert.Equal((author, email, website), (Value("author"), Value("email"), Value("website")));
        Assert.Equal(body.Trim(), page.QuerySelector("#reply-body")!.TextContent.Trim());
        Assert.True(page.QuerySelector("#reply-remember")!.HasAttribute("checked"));
        Assert.Empty(await paper.CommentsOnAsync(piece));

        string? Value(string name) => page.QuerySelector($"#reply-{name}")!.GetAttribute("value");
    }

    [Fact]
    public async Task What_was_typed_comes_back_as_text()
    {
        var piece = await paper.PublishAsync("Typed markup");

        using var answer = await paper.SendAsync(new Reply(piece, "</textarea><script>alert(1)</script>") { Author = "\"><script>alert(2)</script>", Email = "x" });

        var page = new HtmlParser().ParseDocument(await answer.Content.ReadAsStringAsync());
        Assert.Equal("</textarea><script>alert(1)</script>", page.QuerySelector("#reply-body")!.TextContent);
        Assert.DoesNotContain(page.QuerySelectorAll("script"), s => s.TextContent.Contains("alert"));
    }

    [Theory]
    [InlineData("ar", "ar")]
    [InlineData("de", "de")]
    public async Task Faults_are_told_in_the_language_of_the_article(string language, string told)
    {
        var piece = await paper.PublishAsync($"Article in {language}", fields: $"language: {language}");

        using var answer = await paper.SendAsync(new Reply(piece, ""));

        var page = new HtmlParser().ParseDocument(await answer.Content.ReadAsStringAsync());
        Assert.Equal(told, page.DocumentElement.GetAttribute("lang"));
        Assert.NotEqual("Write something first.", page.QuerySelector("#reply-body-error")!.TextContent);
    }

    [Fact]
    public async Task An_article_that_takes_no_replies_refuses_them()
    {
        var piece = await paper.PublishAsync("Closed", fields: "comments: closed");

        using var answer = await paper.SendAsync(new Reply(piece, "Too late") { Stamp = "" });

        Assert.Equal(403, (int)answer.StatusCode);
        var text = await answer.Content.ReadAsStringAsync();
        Assert.Contains("Replies to this article are closed.", text);
        Assert.Contains("Too late", text);
        Assert.Null((await paper.PageAsync(piece.Path)).QuerySelector("#reply-form"));
    }

    [Theory]
    [InlineData("999999999")]
    [InlineData("")]
    [InlineData("x")]
    [InlineData("99999999999999999999999")]
    public async Task A_reply_to_no_article_is_given_back(string article)
    {
        using var answer = await PostAsync(new() { ["article"] = article, ["author"] = "Ann", ["email"] = "ann@example.org", ["body"] = "Where does this go?" });

        Assert.Equal(404, (int)answer.StatusCode);
        Assert.Contains("Where does this go?", await answer.Content.ReadAsStringAsync());
    }

    [Fact]
    public async Task A_reply_to_a_withdrawn_article_is_given_back()
    {
        var piece = await paper.PublishAsync("Gone");
        await paper.WithdrawAsync(piece);

        using var answer = await PostAsync(new() { ["article"] = $"{piece.Id}", ["author"] = "Ann", ["email"] = "ann@example.org", ["body"] = "But it was true!" });

        Assert.Equal(410, (int)answer.StatusCode);
        Assert.Contains("But it was true!", await answer.Content.ReadAsStringAsync());
        Assert.Empty(await paper.CommentsOnAsync(piece));
    }

    [Fact]
    public async Task The_same_reply_twice_is_taken_once()
    {
        var piece = await paper.PublishAsync("Double click");
        var reply = new Reply(piece, "Only once");
        using var first = await paper.SendAsync(reply);

        using var second = await paper.SendAsync(reply);

        Assert.Equal(409, (int)second.StatusCode);
        Assert.Contains("You have just sent the same reply.", await second.Content.ReadAsStringAsync());
        Assert.Single(await paper.CommentsOnAsync(piece));
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task Sent_again_because_no_answer_came_it_leads_to_where_it_stands(bool trusted)
    {
        var piece = await paper.PublishAsync($"No answer {trusted}");
        var reply = new Reply(piece, "Did this arrive?");
        if (trusted) Assert.Equal(0, await paper.VerbAsync("comments", "approve", $"{await paper.CommentAsync(piece, "Known", email: reply.Email)}"));
        using var unheard = await paper.SendAsync(reply);

        using var again = await paper.SendAsync(reply with { Again = true });

        Assert.Equal((303, unheard.Headers.Location), ((int)again.StatusCode, again.Headers.Location));
        Assert.Single(await paper.CommentsOnAsync(piece), c => c.Body.Contains("arrive"));
    }

    [Fact]
    public async Task Sent_again_but_written_anew_it_is_another_reply()
    {
        var piece = await paper.PublishAsync("Second thoughts");
        var reply = new Reply(piece, "One thought");
        using var first = await paper.SendAsync(reply);

        using var second = await paper.SendAsync(reply with { Body = "Another", Again = true });

        Assert.Equal(2, (await paper.CommentsOnAsync(piece)).Count);
    }

    [Fact]
    public async Task A_script_is_told_the_place_of_the_reply_instead_of_being_led_there()
    {
        var piece = await paper.PublishAsync("By script");

        using var answer = await PostAsync(new() { ["article"] = $"{piece.Id}", ["author"] = "Ann", ["email"] = Reply.SomeAddress(), ["body"] = "Hello" }, paper.Url, prefer: "return=minimal");

        Assert.Equal((201, $"{piece.Url}?reply=waiting#respond"), ((int)answer.StatusCode, answer.Headers.Location!.OriginalString));
    }

    [Fact]
    public async Task Who_writes_too_fast_is_asked_to_wait_and_may_go_on_a_minute_later()
    {
        var piece = await paper.PublishAsync("Flood");
        var email = Reply.SomeAddress();
        for (var n = 1; n <= CommentRules.MostInWindow; n++) await paper.CommentAsync(piece, $"Number {n}", email: email);

        using var tooFast = await paper.SendAsync(new Reply(piece, "One too many") { Email = email });
        Assert.Equal(429, (int)tooFast.StatusCode);
        Assert.Contains("One too many", await tooFast.Content.ReadAsStringAsync());

        paper.Clock.PutForward(CommentRules.FloodWindow);
        using var later = await paper.SendAsync(new Reply(piece, "One too many") { Email = email });
        Assert.Equal(303, (int)later.StatusCode);
    }

    [Theory]
    [InlineData("cross-site")]
    [InlineData("same-site")]
    public async Task A_form_on_another_site_is_refused(string origin)
    {
        var piece = await paper.PublishAsync("Foreign forms", fields: "slug: foreign");

        using var answer = await paper.SendAsync(new Reply(piece, "From elsewhere"), origin);

        Assert.Equal(403, (int)answer.StatusCode);
        Assert.Empty(await paper.CommentsOnAsync(piece));
    }

    [Theory]
    [InlineData("https://evil.example", 403)]
    [InlineData("null", 403)]
    [InlineData("ours", 303)]
    public async Task An_older_browser_says_its_origin(string origin, int status)
    {
        var piece = await paper.PublishAsync($"Origin {status} {origin.Length}");

        using var answer = await PostAsync(new() { ["article"] = $"{piece.Id}", ["author"] = "Ann", ["email"] = Reply.SomeAddress(), ["body"] = "Hello" }, origin == "ours" ? paper.Url : origin);

        Assert.Equal(status, (int)answer.StatusCode);
    }

    [Fact]
    public async Task A_stamp_of_another_article_is_refused_and_the_text_kept()
    {
        var (piece, other) = (await paper.PublishAsync("Stamp one"), await paper.PublishAsync("Stamp two"));
        var stamp = (await paper.PageAsync(other.Path)).QuerySelector("input[name=stamp]")!.GetAttribute("value");

        using var answer = await paper.SendAsync(new Reply(piece, "Wrong place") { Stamp = stamp });

        Assert.Equal(403, (int)answer.StatusCode);
        Assert.Contains("Wrong place", await answer.Content.ReadAsStringAsync());
        Assert.Empty(await paper.CommentsOnAsync(piece));
    }

    [Fact]
    public async Task An_answer_to_a_reply_that_is_gone_is_told_so()
    {
        var (piece, other) = (await paper.PublishAsync("Gone reply"), await paper.PublishAsync("Elsewhere"));
        var waiting = await paper.CommentAsync(piece, "Not yet shown");
        var elsewhere = await paper.CommentAsync(other, "On another article");

        foreach (var parent in new[] { waiting, elsewhere, 999_999 })
        {
            using var answer = await paper.SendAsync(new Reply(piece, "An answer") { Parent = parent });
            Assert.Equal(409, (int)answer.StatusCode);
        }
    }

    [Fact]
    public async Task An_email_address_is_nowhere_to_be_read()
    {
        const string email = "very.secret.reader@hidden-domain.example";
        var piece = await paper.PublishAsync("Sealed addresses", section: "sealed");
        Assert.Equal(0, await paper.VerbAsync("comments", "approve", $"{await paper.CommentAsync(piece, "Here I am", email: email)}"));

        foreach (var path in new[] { piece.Path, piece.Path + "feed/", piece.Path + "?replyto=1", "/", "/feed/", "/sealed/", "/search?q=hidden-domain" })
        {
            var text = await paper.TextAsync(path);
            Assert.DoesNotContain("very.secret", text);
            Assert.DoesNotContain("gravatar", text, StringComparison.OrdinalIgnoreCase);
        }
        Assert.DoesNotContain("very.secret", await StoredAsync());
    }

    [Fact]
    public async Task Old_forms_are_still_taken()
    {
        var piece = await paper.PublishAsync("Old forms");

        using var answer = await PostAsync(new()
        {
            ["comment_post_ID"] = $"{piece.Id}", ["comment_parent"] = "0", ["author"] = "Ann", ["email"] = Reply.SomeAddress(), ["url"] = "https://example.org", ["comment"] = "By an old page",
        }, to: "/wp-comments-post.php");

        Assert.Equal(303, (int)answer.StatusCode);
        Assert.Equal("https://example.org", Assert.Single(await paper.CommentsOnAsync(piece)).Website);
    }

    [Fact]
    public async Task What_is_no_form_or_too_much_is_refused()
    {
        using var json = await paper.Browser.PostAsync("/comments", new StringContent("{}", Encoding.UTF8, "application/json"));
        // Asks before it sends: the answer comes, and the connection ends, while a body would still be on its way.
        using var large = new HttpRequestMessage(HttpMethod.Post, "/comments")
        {
            Content = new FormUrlEncodedContent(new Dictionary<string, string> { ["article"] = "1", ["body"] = new string('x', 1 << 20) }), Headers = { ExpectContinue = true },
        };
        using var much = await paper.Browser.SendAsync(large);
        using var get = await paper.Browser.GetAsync("/comments");

        Assert.Equal((415, 413), ((int)json.StatusCode, (int)much.StatusCode));
        Assert.Contains((int)get.StatusCode, new[] { 404, 405 });
    }

    private async Task<HttpResponseMessage> PostAsync(Dictionary<string, string> fields, string? origin = null, string to = "/comments", string? prefer = null)
    {
        using var request = new HttpRequestMessage(HttpMethod.Post, to) { Content = new FormUrlEncodedContent(fields) };
        if (origin is not null) request.Headers.TryAddWithoutValidation("Origin", origin);
        if (prefer is not null) request.Headers.Add("Prefer", prefer);
        return await paper.Browser.SendAsync(request);
    }

    // Every byte that SQLite keeps; on PostgreSQL every row of the two tables as text.
    private async Task<string> StoredAsync()
    {
        if (PaperDatabase.IsPostgres)
            return string.Join('\n', await paper.AskAsync(async db =>
            {
                await using var connection = new Npgsql.NpgsqlConnection(paper.Settings.Database);
                await connection.OpenAsync();
                await using var command = new Npgsql.NpgsqlCommand("select encode(sealed_email, 'escape') || fingerprint from reader union all select c::text from comment c union all select names from change", connection);
                await using var rows = await command.ExecuteReaderAsync();
                List<string> texts = [];
                while (await rows.ReadAsync()) texts.Add(rows.GetString(0));
                return texts;
            }));
        var stored = new StringBuilder();
        foreach (var file in Directory.GetFiles(paper.Folder, "broadsheet.db*"))
        {
            await using var stream = new FileStream(file, FileMode.Open, FileAccess.Read, FileShare.ReadWrite);
            using var reader = new StreamReader(stream, Encoding.Latin1);
            stored.Append(await reader.ReadToEndAsync());
        }
        Assert.Contains("Here I am", stored.ToString());
        return stored.ToString();
    }
}
