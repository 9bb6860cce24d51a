using System.Text.RegularExpressions;
using Broadsheet.Browser.Looks;

namespace Broadsheet.Browser.Comments;

/// <summary>Replies are written while the paper cannot be reached, or cannot store anything.</summary>
public sealed partial class UnsentReplyTests(Newsstand stand)
{
    private const string Article = "/nature/seal-on-cold-strand/";

    [Fact]
    public async Task Without_a_network_the_reader_is_told_and_the_reply_goes_off_when_it_is_back()
    {
        await using var visit = await stand.VisitAsync();
        var form = await WriteAsync(visit, "Written on the ferry.");
        await visit.Page.Context.SetOfflineAsync(true);
        await form.SendAsync();

        await Expect(form.Line).ToContainTextAsync("saved in this browser and has not been sent yet");
        await Expect(form.Reply).ToHaveValueAsync("Written on the ferry.");
        await visit.Page.Context.SetOfflineAsync(false);

        await Expect(visit.Page).ToHaveURLAsync(OwnAnchor());
        await Expect(visit.Find("article.reply:target")).ToContainTextAsync("Written on the ferry.");
        await Expect(visit.Find("article.reply:target")).ToBeInViewportAsync();
        await Expect(form.Reply).ToHaveValueAsync("");
        await Expect(form.Back).ToBeHiddenAsync();
        await ExpectOnceAsync(visit, "Written on the ferry.");
    }

    [Fact]
    public async Task When_the_paper_cannot_store_it_the_page_tries_again_by_itself()
    {
        await using var visit = await stand.VisitAsync();
        await visit.Page.Clock.InstallAsync();
        var form = await WriteAsync(visit, "Patience is a harbour word.");
        await BreakAsync(visit, route => route.FulfillAsync(new() { Status = 503 }));
        await form.SendAsync();
        await Expect(form.Line).ToContainTextAsync("Leave this page open");
        var tries = visit.Page.WaitForResponseAsync(response => response.Status == 503);
        await visit.Page.Clock.FastForwardAsync(10_000);
        await tries;

        await visit.Page.UnrouteAllAsync();
        await visit.Page.Clock.FastForwardAsync(20_000);
        await ExpectOnceAsync(visit, "Patience is a harbour word.");
    }

    [Fact]
    public async Task One_press_sends_it_too()
    {
        await using var visit = await stand.VisitAsync();
        var form = await WriteAsync(visit, "Pressed a second time.");
        await BreakAsync(visit, route => route.AbortAsync());
        await form.SendAsync();
        await Expect(form.Line).ToContainTextAsync("has not been sent yet");

        await visit.Page.UnrouteAllAsync();
        await form.PostAsync("Pressed a second time.");
        await ExpectOnceAsync(visit, "Pressed a second time.");
    }

    [Fact]
    public async Task A_reply_that_arrived_although_the_answer_did_not_stands_there_once()
    {
        await using var visit = await stand.VisitAsync();
        var form = await WriteAsync(visit, "Heard twice, printed once.");
        await BreakAsync(visit, async route =>
        {
            await route.FetchAsync();
            await route.AbortAsync();
        });
        await form.SendAsync();
        await Expect(form.Line).ToContainTextAsync("has not been sent yet");

        await visit.Page.UnrouteAllAsync();
        await form.PostAsync("Heard twice, printed once.");
        await Expect(visit.Page).ToHaveURLAsync(OwnAnchor());
        await ExpectOnceAsync(visit, "Heard twice, printed once.");
    }

    [Fact]
    public async Task Who_goes_on_writing_is_not_sent_off_half_way()
    {
        await using var visit = await stand.VisitAsync();
        await visit.Page.Clock.InstallAsync();
        var form = await WriteAsync(visit, "First thought.");
        await BreakAsync(visit, route => route.AbortAsync());
        await form.SendAsync();
        await Expect(form.Line).ToContainTextAsync("Leave this page open");
        await visit.Page.UnrouteAllAsync();

        await form.Reply.PressSequentiallyAsync(" And a sec");
        await Expect(form.Line).ToHaveTextAsync("Your reply is saved in this browser and has not been sent yet.");
        await visit.Page.Clock.FastForwardAsync(600_000);

        await Expect(form.Reply).ToHaveValueAsync("First thought. And a sec");
        await form.Reply.FillAsync("First thought. And a second.");
        await form.PostAsync("First thought. And a second.");
        await Expect(Replies(visit, "First thought.")).ToHaveCountAsync(1);
    }

    [Fact]
    public async Task What_was_not_sent_is_there_when_the_page_is_opened_again_and_no_address_with_it()
    {
        await using var visit = await stand.VisitAsync();
        await WriteAsync(visit, "Not\nfinished.", Tour.Article);
        var kept = await visit.Page.EvaluateAsync<string>("JSON.stringify(localStorage)");
        Assert.Contains("finished.", kept);
        Assert.DoesNotContain("demo.invalid", kept);

        await visit.OpenAsync(Tour.Front);
        await visit.OpenAsync(Tour.Article);
        var form = new ReplyForm(visit.Page);
        await Expect(form.Back).ToContainTextAsync("was put back");
        await Expect(form.Reply).ToHaveValueAsync("Not\nfinished.");

        await visit.Page.GetByRole(AriaRole.Link, new() { Name = "Reply to Wren", Exact = true }).ClickAsync();
        await Expect(visit.Find("#respond-head")).ToHaveTextAsync("Leave a Reply to Wren");
        await Expect(form.Reply).ToHaveValueAsync("");
        await visit.OpenAsync(Article);
        await Expect(form.Reply).ToHaveValueAsync("");
    }

    [Fact]
    public async Task Discarded_text_stays_gone()
    {
        await using var visit = await stand.VisitAsync();
        await WriteAsync(visit, "Better not.");
        await visit.Page.ReloadAsync();
        var form = new ReplyForm(visit.Page);
        await Expect(form.Reply).ToHaveValueAsync("Better not.");
        await form.Back.GetByRole(AriaRole.Button).ClickAsync();

        await Expect(form.Reply).ToBeFocusedAsync();
        await Expect(form.Reply).ToHaveValueAsync("");
        await Expect(form.Back).ToBeHiddenAsync();
        await visit.OpenAsync(Article);
        await Expect(form.Reply).ToHaveValueAsync("");
        await Expect(form.Back).ToBeHiddenAsync();
    }

    [Fact]
    public async Task A_browser_that_keeps_nothing_says_so_and_sends_all_the_same()
    {
        await using var visit = await stand.VisitAsync();
        await visit.Page.AddInitScriptAsync("Object.defineProperty(window, 'localStorage', { get() { throw new DOMException('no', 'SecurityError'); } })");
        var form = await WriteAsync(visit, "Nothing is kept here.");
        await BreakAsync(visit, route => route.AbortAsync());
        await form.SendAsync();
        await Expect(form.Line).ToContainTextAsync("Your reply has not been sent yet.");

        await visit.Page.UnrouteAllAsync();
        await form.PostAsync("Nothing is kept here.");
        await ExpectOnceAsync(visit, "Nothing is kept here.");
    }

    [Fact]
    public async Task The_same_reply_sent_on_purpose_is_refused_as_ever()
    {
        await using var visit = await stand.VisitAsync();
        var form = await WriteAsync(visit, "Said again.");
        await form.PostAsync("Said again.");
        await form.FillAsync("Said again.", "Ferry Ruth", AddressOf("Said again."));
        await form.SendAsync();

        await Expect(visit.Find("#problems")).ToContainTextAsync("You have just sent the same reply.");
        await Expect(form.Back).ToBeHiddenAsync();
    }

    [Theory, InlineData("desktop"), InlineData("phone"), InlineData("dark")]
    public async Task Nothing_stands_in_the_way_of_who_is_told_so(string look)
    {
        await using var visit = await stand.VisitAsync(width: look == "phone" ? 360 : 1280, light: look == "dark" ? ColorScheme.Dark : ColorScheme.Light);
        await WriteAsync(visit, "Kept.");
        await visit.Page.ReloadAsync();
        var form = new ReplyForm(visit.Page);
        await Expect(form.Back).ToBeVisibleAsync();
        await BreakAsync(visit, route => route.AbortAsync());
        await form.FillAsync("Kept.", "Ferry Ruth", "ferry-ruth@demo.invalid");
        await form.SendAsync();
        await Expect(form.Line).ToContainTextAsync("Leave this page open");
        await Expect(form.Line).ToBeInViewportAsync(new() { Ratio = 1 });

        Assert.Empty(await Axe.FindAsync(visit.Page));
        Assert.Equal(look == "phone" ? 360 : 1280, await visit.Page.EvaluateAsync<int>("document.documentElement.scrollWidth"));
    }

    [Theory, InlineData(Tour.Arabic, "ولم يُرسل بعد", "rtl"), InlineData(Tour.Hindi, "अभी भेजी नहीं गई है", "ltr")]
    public async Task It_is_told_in_the_language_of_the_article(string article, string told, string direction)
    {
        await using var visit = await stand.VisitAsync(width: 360);
        var form = await WriteAsync(visit, "مرحبا", article);
        await BreakAsync(visit, route => route.AbortAsync());
        await form.SendAsync();

        await Expect(form.Line).ToContainTextAsync(told);
        await Expect(form.Line).ToHaveCSSAsync("direction", direction);
        await Expect(form.Line).ToHaveAttributeAsync("role", "status");
        Assert.Equal(360, await visit.Page.EvaluateAsync<int>("document.documentElement.scrollWidth"));
    }

    private static async Task<ReplyForm> WriteAsync(Visit visit, string text, string article = Article)
    {
        await visit.OpenAsync(article);
        var form = new ReplyForm(visit.Page);
        await form.FillAsync(text, "Ferry Ruth", AddressOf(text));
        return form;
    }

    // Another reader each time: nobody writes so fast that the paper asks for patience.
    private static string AddressOf(string text) => $"ruth{(uint)text.GetHashCode(StringComparison.Ordinal)}@demo.invalid";

    private static Task BreakAsync(Visit visit, Func<IRoute, Task> how) => visit.Page.RouteAsync("**/comments", how);

    private static ILocator Replies(Visit visit, string text) => visit.Find("#comments article.reply").Filter(new() { HasText = text });

    private static async Task ExpectOnceAsync(Visit visit, string text)
    {
        await Expect(Replies(visit, text)).ToBeVisibleAsync();
        await visit.OpenAsync(Article);
        await Expect(Replies(visit, text)).ToHaveCountAsync(1);
    }

    [GeneratedRegex("#comment-[0-9]+$")]
    private static partial Regex OwnAnchor();
}
