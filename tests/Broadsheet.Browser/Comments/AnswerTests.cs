namespace Broadsheet.Browser.Comments;

public sealed class AnswerTests(Newsstand stand)
{
    private const string Article = "/town/bridge-reopens-to-walkers/";

    [Theory, InlineData(true), InlineData(false)]
    public async Task An_answer_stands_below_the_reply_that_it_answers(bool script)
    {
        var text = $"Nobody ate it. It went out with {(script ? "the tide" : "the ferry")}.";
        await using var visit = await stand.VisitAsync(script);
        await visit.OpenAsync(Article);
        await visit.Page.GetByRole(AriaRole.Link, new() { Name = "Reply to Wren", Exact = true }).ClickAsync();
        await Expect(visit.Find("#respond-head")).ToHaveTextAsync("Leave a Reply to Wren");
        await Expect(visit.Find("#respond-head")).ToBeInViewportAsync();

        var form = new ReplyForm(visit.Page);
        await form.FillAsync(text, "Harbour Ann", $"ann-{script}@demo.invalid");
        await form.PostAsync(text);

        var thread = visit.Find("#comments li").Filter(new() { HasText = "Who ate the wreath?" });
        await Expect(thread.Locator(".replies-list article.reply").Filter(new() { HasText = text })).ToHaveCountAsync(1);
    }

    [Fact]
    public async Task A_refused_answer_still_answers_the_same_reply()
    {
        await using var visit = await stand.VisitAsync(script: false);
        await visit.OpenAsync(Article);
        await visit.Page.GetByRole(AriaRole.Link, new() { Name = "Reply to Lena S.", Exact = true }).ClickAsync();
        var form = new ReplyForm(visit.Page);
        await form.FillAsync("Sit down first.", "Harbour Ann", "ann@ledger");
        await form.SendAsync();

        await Expect(visit.Find("#problems")).ToBeVisibleAsync();
        await Expect(visit.Find("#respond-head")).ToHaveTextAsync("Leave a Reply to Lena S.");
        await form.Email.FillAsync("ann-again@demo.invalid");
        await form.PostAsync("Sit down first.");
        await Expect(visit.Find("#comments li").Filter(new() { HasText = "Walked home after the early shift" }).Locator(".replies-list")).ToContainTextAsync("Sit down first.");
    }

    [Fact]
    public async Task Who_changes_their_mind_goes_back_to_the_reply()
    {
        await using var visit = await stand.VisitAsync(script: false);
        await visit.OpenAsync(Article);
        await visit.Page.GetByRole(AriaRole.Link, new() { Name = "Reply to Marek", Exact = true }).ClickAsync();
        await visit.Find("#respond .cancel a").ClickAsync();

        await Expect(visit.Find("#respond-head")).ToHaveTextAsync("Leave a Reply");
        await Expect(visit.Find("article.reply:target")).ToContainTextAsync("It is a fine thing");
    }
}
