using Broadsheet.Domain.Articles;
using Broadsheet.Domain.Desk;
using Broadsheet.Domain.Staff;
using Microsoft.EntityFrameworkCore;

namespace Broadsheet.Tests.Working;

public sealed class WorkflowTests(Paper paper) : PaperTest
{
    [Fact]
    public async Task A_reporter_hands_in_an_editor_approves_and_publishes()
    {
        var ann = await WithTextAsync(Role.Reporter, "Heron nests");
        Assert.Equal(303, await ann.StepAsync("Submit"));
        var editor = await Writer.OpenAsync(paper, ann.Article);
        Assert.Equal(303, await editor.StepAsync("Approve"));

        var path = await editor.PublishAsync();

        Assert.Equal("/news/heron-nests/", path.Replace("/town/", "/news/"));
        Assert.Contains("It is so.", await paper.TextAsync(path));
        Assert.Equal(["began", "handed in", "approved", "published"], await paper.AskAsync(db => db.Audit.Where(a => a.ArticleId == ann.Article).OrderBy(a => a.Id).Select(a => a.Act).ToListAsync()));
    }

    [Fact]
    public async Task A_reporter_can_neither_approve_nor_publish()
    {
        var ann = await WithTextAsync(Role.Reporter, "Not yet");
        foreach (var (form, field) in new[] { ("steps", "Approve"), ("publication", ""), ("schedule", ""), ("embargo", ""), ("withdrawal", "") })
        {
            using var answer = await ann.Desk.SendAsync(HttpMethod.Post, $"{ann.Page}/{form}", content: new FormUrlEncodedContent([new("step", field), new("number", "1")]));
            Assert.Equal((form, 403), (form, (int)answer.StatusCode));
        }
        Assert.Equal(ArticleState.Draft, await paper.AskAsync(db => db.Articles.Where(a => a.Id == ann.Article).Select(a => a.State).SingleAsync()));
    }

    [Fact]
    public async Task What_was_approved_waits_again_when_its_reporter_writes_on()
    {
        var ann = await WithTextAsync(Role.Reporter, "Approved");
        var editor = await Writer.OpenAsync(paper, ann.Article);
        await editor.StepAsync("Approve");

        await ann.WriteAsync(("headline", "Approved, and changed"));

        Assert.Equal(WorkingState.InReview, await StateAsync(ann.Article));
    }

    [Fact]
    public async Task What_another_wrote_since_is_not_published_unread()
    {
        var ann = await WithTextAsync(Role.Editor, "First text");
        var ben = await Writer.OpenAsync(paper, ann.Article);

        await ben.WriteAsync(("headline", "Second text"));

        // A page that was on screen while another saved carries the older number.
        Assert.Equal(409, await ann.SendAsync("publication", ("number", "1")));
        Assert.Equal(303, await ann.SendAsync("publication"));
    }

    [Fact]
    public async Task A_piece_without_a_body_is_refused_and_nothing_is_lost()
    {
        var ann = await Writer.BeginAsync(paper);
        await ann.WriteAsync(("headline", "Only a headline"));

        Assert.Equal(422, await ann.SendAsync("publication"));
        Assert.Equal("Only a headline", (await ann.OpenAsync()).Sheet.GetProperty("headline").GetString());
    }

    [Fact]
    public async Task An_address_that_is_taken_is_told()
    {
        var there = await paper.PublishAsync("Taken place");
        var ann = await WithTextAsync(Role.Editor, "Another");
        await ann.WriteAsync(("section", await paper.AskAsync(db => db.Articles.Where(a => a.Id == there.Id).Select(a => a.SectionId).SingleAsync())));

        Assert.Equal(409, await ann.SendAsync("publication", ("slug", "taken-place")));
        Assert.Equal(303, await ann.SendAsync("publication", ("slug", "free-place")));
    }

    [Fact]
    public async Task A_scheduled_piece_goes_out_by_itself()
    {
        var ann = await WithTextAsync(Role.Editor, "At its time");
        var due = TimeZoneInfo.ConvertTimeFromUtc(paper.Clock.GetUtcNow().UtcDateTime.AddSeconds(2), paper.Settings.Site.Zone);
        Assert.Equal(303, await ann.SendAsync("schedule", ("due", due.ToString("yyyy-MM-dd'T'HH:mm:ss"))));

        await Soon.Async(async () => await paper.AskAsync(db => db.Articles.AnyAsync(a => a.Id == ann.Article && a.State == ArticleState.Published)));

        var (dated, made) = await paper.AskAsync(async db => await db.Revisions.Where(r => r.ArticleId == ann.Article).Select(r => new { r.DatedAt, r.MadeAt }).SingleAsync() is var r ? (r.DatedAt, r.MadeAt) : default);
        Assert.InRange((made - dated).TotalSeconds, 0, 5);
    }

    [Fact]
    public async Task A_time_that_has_passed_is_refused()
    {
        var ann = await WithTextAsync(Role.Editor, "Too late");
        Assert.Equal(422, await ann.SendAsync("schedule", ("due", "2020-01-01T06:00")));
        Assert.Equal(422, await ann.SendAsync("schedule", ("due", "tomorrow")));
        Assert.Equal(WorkingState.Draft, await StateAsync(ann.Article));
    }

    [Fact]
    public async Task Nobody_breaks_an_embargo_alone()
    {
        var ann = await WithTextAsync(Role.Publisher, "Budget speech");
        var until = paper.Clock.GetUtcNow().UtcDateTime.AddDays(2).ToString("yyyy-MM-dd'T'HH:mm");
        Assert.Equal(303, await ann.SendAsync("embargo", ("until", until)));

        Assert.Equal(403, await ann.SendAsync("publication"));
        Assert.Equal(422, await ann.SendAsync("schedule", ("due", paper.Clock.GetUtcNow().UtcDateTime.AddDays(1).ToString("yyyy-MM-dd'T'HH:mm"))));
        Assert.Equal(403, await ann.SendAsync("embargo", ("until", paper.Clock.GetUtcNow().UtcDateTime.AddDays(1).ToString("yyyy-MM-dd'T'HH:mm"))));
        Assert.Equal(303, await ann.SendAsync("embargo/end"));
        Assert.Equal(403, await ann.SendAsync("embargo/end"));
        Assert.Equal(403, await ann.SendAsync("publication"));

        var second = await Writer.OpenAsync(paper, ann.Article, Role.Publisher);
        Assert.Equal(303, await second.SendAsync("embargo/end"));
        await second.PublishAsync();
    }

    [Fact]
    public async Task A_withdrawn_piece_says_so()
    {
        var piece = await paper.PublishAsync("Not so after all");
        var ann = await Writer.OpenAsync(paper, piece.Id);

        Assert.Equal(303, await ann.SendAsync("withdrawal", ("reason", "It was another bridge.")));

        Assert.Equal(410, await paper.StatusAsync(piece.Path));
    }

    [Fact]
    public async Task The_board_shows_each_piece_where_it_stands()
    {
        var ann = await WithTextAsync(Role.Reporter, "Cormorant counted");
        await ann.StepAsync("Submit");
        using var editor = await paper.SignInAsync(Role.Editor);

        var card = Assert.Single((await editor.PageAsync("/newsroom/?q=cormorant")).QuerySelectorAll("a.headline"));

        Assert.Equal(("Cormorant counted", ann.Page), (card.TextContent, card.GetAttribute("href")));
        Assert.Equal("column-inreview", card.Closest("section")!.GetAttribute("aria-labelledby"));
        Assert.Empty((await editor.PageAsync("/newsroom/?q=cormorant&person=nobody")).QuerySelectorAll("a.headline"));
    }

    [Fact]
    public async Task Who_is_named_in_a_note_is_told_on_the_board()
    {
        var ann = await WithTextAsync(Role.Editor, "With a question");
        using var ben = await paper.SignInAsync(Role.Editor);
        using var written = await ann.Desk.SendAsync(HttpMethod.Post, $"{ann.Page}/notes", new { text = $"@{ben.Me.Name} is that so?", anchor = "It is so." });
        Assert.Equal(201, (int)written.StatusCode);

        Assert.Contains("With a question", (await ben.PageAsync("/newsroom/")).QuerySelector(".notice")!.TextContent);
        await ben.PageAsync(ann.Page);
        Assert.Null((await ben.PageAsync("/newsroom/")).QuerySelector(".notice"));
    }

    [Fact]
    public async Task Two_in_one_article_see_each_other()
    {
        var ann = await WithTextAsync(Role.Editor, "Shared");
        using var ben = await paper.SignInAsync(Role.Editor);
        using var first = await ann.Desk.SendAsync(HttpMethod.Post, $"{ann.Page}/presence", new { sitting = "a", writing = true });
        using var second = await ben.SendAsync(HttpMethod.Post, $"{ann.Page}/presence", new { sitting = "b", writing = false });

        Assert.Contains(ann.Desk.Me.Name, await second.Content.ReadAsStringAsync());
        Assert.DoesNotContain(ann.Desk.Me.Name, await first.Content.ReadAsStringAsync());
    }

    [Fact]
    public async Task A_shared_preview_is_the_real_page_and_ends()
    {
        var ann = await WithTextAsync(Role.Reporter, "For the lawyer");
        using var shared = await ann.Desk.SendAsync(HttpMethod.Post, $"{ann.Page}/preview");
        var url = System.Text.Json.JsonDocument.Parse(await shared.Content.ReadAsStringAsync()).RootElement.GetProperty("url").GetString()!;

        var page = await paper.PageAsync(url);
        Assert.Equal("For the lawyer", page.QuerySelector("h1")!.TextContent.Trim());
        Assert.NotNull(page.QuerySelector(".proof"));
        Assert.Equal(404, await paper.StatusAsync(url[..^1] + (url[^1] == '0' ? '1' : '0')));
        paper.Clock.PutForward(TimeSpan.FromDays(8));
        Assert.Equal(410, await paper.StatusAsync(url));
    }

    [Fact]
    public async Task Any_draft_comes_back()
    {
        var ann = await WithTextAsync(Role.Reporter, "First words");
        await ann.WriteAsync(("headline", "Second words"));

        using var back = await ann.Desk.PostAsync($"{ann.Page}/drafts/", $"{ann.Page}/drafts/1/return");

        Assert.Equal(303, (int)back.StatusCode);
        Assert.Equal("First words", (await ann.OpenAsync()).Sheet.GetProperty("headline").GetString());
        Assert.Equal(3, await paper.AskAsync(db => db.Drafts.CountAsync(d => d.ArticleId == ann.Article)));
    }

    [Fact]
    public async Task What_the_checks_refuse_only_a_publisher_publishes_and_it_is_recorded()
    {
        var ann = await WithTextAsync(Role.Editor, "TK headline about a bridge");
        Assert.Equal(422, await ann.SendAsync("publication"));
        Assert.Equal(403, await ann.SendAsync("publication", ("override", "yes")));

        var publisher = await Writer.OpenAsync(paper, ann.Article, Role.Publisher);
        Assert.Equal(303, await publisher.SendAsync("publication", ("override", "yes")));

        Assert.True(await paper.AskAsync(db => db.Audit.AnyAsync(a => a.ArticleId == ann.Article && a.Act == "published in spite of the checks" && a.StaffId == publisher.Desk.Me.Id)));
    }

    [Fact]
    public async Task A_finding_that_was_let_stand_is_not_shown_again()
    {
        var ann = await WithTextAsync(Role.Editor, "Bridge opens");
        await ann.WriteAsync(("body", "<p>The bridge opened on Tuesday, 4 March 2026, and the the mayor came.</p>"));
        var findings = await FindingsAsync(ann);
        var (_, key) = findings.First(f => f.Severity != "refuse");

        using var dismissed = await ann.Desk.SendAsync(HttpMethod.Post, $"{ann.Page}/findings/dismissals", new { key });

        Assert.Equal(204, (int)dismissed.StatusCode);
        Assert.Equal(findings.Count - 1, (await FindingsAsync(ann)).Count);
    }

    [Fact]
    public async Task A_notice_is_issued_from_the_desk()
    {
        var piece = await paper.PublishAsync("Fare rises", "The fare rises to five.");
        var ann = await Writer.OpenAsync(paper, piece.Id);

        Assert.Equal(303, await ann.SendAsync("corrections", ("kind", "correction"), ("text", "The fare rises to four.")));

        Assert.Contains("The fare rises to four.", await paper.TextAsync(piece.Path));
        Assert.Contains("The fare rises to four.", await paper.TextAsync("/corrections/"));
    }

    private static async Task<List<(string Severity, string Key)>> FindingsAsync(Writer writer)
    {
        using var answer = await writer.Desk.SendAsync(HttpMethod.Get, $"{writer.Page}/findings");
        return [.. System.Text.Json.JsonDocument.Parse(await answer.Content.ReadAsStringAsync()).RootElement.EnumerateArray().Select(f => (f.GetProperty("severity").GetString()!, f.GetProperty("key").GetString()!))];
    }

    private async Task<Writer> WithTextAsync(Role role, string headline)
    {
        var writer = await Writer.BeginAsync(paper, role);
        await writer.WriteAsync(("headline", headline), ("body", "<p>It is so.</p>"));
        return writer;
    }

    private Task<WorkingState> StateAsync(long article) => paper.AskAsync(db => db.WorkingCopies.Where(w => w.ArticleId == article).Select(w => w.State).SingleAsync());
}
