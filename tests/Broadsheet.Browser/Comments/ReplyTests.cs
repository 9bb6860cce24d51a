using System.Text.RegularExpressions;

namespace Broadsheet.Browser.Comments;

public sealed partial class ReplyTests(Newsstand stand)
{
    [Theory, InlineData(true), InlineData(false)]
    public async Task A_reader_goes_from_the_front_to_an_article_and_sees_the_reply_written_there(bool script)
    {
        await using var visit = await stand.VisitAsync(script);
        var text = $"Crossed twice before work, {(script ? "with" : "without")} a script.";
        await visit.OpenAsync("/");
        var headline = await visit.Find(".top-grid h3 a").First.InnerTextAsync();
        await visit.Find(".top-grid h3 a").First.ClickAsync();
        await Expect(visit.Find("h1.headline")).ToHaveTextAsync(headline);

        var form = new ReplyForm(visit.Page);
        await form.FillAsync(text, "Wilma Toll", $"wilma-{script}@demo.invalid");
        var reply = await form.PostAsync(text);

        await Expect(reply.Locator(".reply-name")).ToHaveTextAsync("Wilma Toll");
        await Expect(visit.Page).ToHaveURLAsync(OwnAnchor());
        await Expect(reply).ToBeInViewportAsync();
        Assert.DoesNotContain("demo.invalid", await visit.Page.ContentAsync());
        Assert.Empty(visit.Complaints);
    }

    [Fact]
    public async Task A_reply_seen_by_its_writer_is_seen_by_everybody()
    {
        await using var writer = await stand.VisitAsync();
        await writer.OpenAsync("/town/town-hall-clock-stays-slow/");
        var form = new ReplyForm(writer.Page);
        await form.FillAsync("Five minutes late is on time here.", "Piet Lorn", "piet@demo.invalid");
        await form.PostAsync("Five minutes late is on time here.");

        await using var reader = await stand.VisitAsync(script: false);
        await reader.OpenAsync("/town/town-hall-clock-stays-slow/");
        await Expect(reader.Find("#comments")).ToContainTextAsync("Five minutes late is on time here.");
    }

    [Fact]
    public async Task What_a_reader_types_is_shown_as_text_and_never_run()
    {
        await using var visit = await stand.VisitAsync();
        await visit.OpenAsync("/nature/saltings-bird-count/");
        var form = new ReplyForm(visit.Page);
        await form.FillAsync("Geese: <script>document.title = 'geese'</script> <b>many</b>", "<i>Ida</i>", "ida@demo.invalid");
        var reply = await form.PostAsync("Geese:");

        await Expect(reply).ToContainTextAsync("<b>many</b>");
        await Expect(reply.Locator(".reply-name")).ToHaveTextAsync("<i>Ida</i>");
        await Expect(visit.Page).Not.ToHaveTitleAsync("geese");
        Assert.Empty(visit.Complaints);
    }

    [GeneratedRegex("#comment-[0-9]+$")]
    private static partial Regex OwnAnchor();
}
