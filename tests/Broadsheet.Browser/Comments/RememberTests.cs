namespace Broadsheet.Browser.Comments;

public sealed class RememberTests(Newsstand stand)
{
    private const string First = "/business/cannery-deal-signed/", Next = "/business/cannery-shares-sold-out/";

    [Fact]
    public async Task Who_ticked_remember_me_finds_the_fields_filled_at_the_next_visit()
    {
        await using var visit = await stand.VisitAsync();
        await ReplyAsync(visit, "Ruth Amsel", "ruth@demo.invalid", remember: true);

        await visit.OpenAsync(Next);
        await ExpectAsync(new ReplyForm(visit.Page), "Ruth Amsel", "ruth@demo.invalid", ticked: true);
    }

    [Fact]
    public async Task Without_script_a_link_fills_them()
    {
        await using var visit = await stand.VisitAsync(script: false);
        await ReplyAsync(visit, "Tove Amsel", "tove@demo.invalid", remember: true);

        await visit.OpenAsync(Next);
        var form = new ReplyForm(visit.Page);
        await ExpectAsync(form, "", "", ticked: false);
        await form.FillIn.ClickAsync();
        await ExpectAsync(form, "Tove Amsel", "tove@demo.invalid", ticked: true);
    }

    [Theory, InlineData(true), InlineData(false)]
    public async Task Who_left_it_unticked_leaves_nothing_behind(bool script)
    {
        await using var visit = await stand.VisitAsync(script);
        await ReplyAsync(visit, $"Nils {script}", $"nils-{script}@demo.invalid", remember: false);

        Assert.Empty(await visit.Page.Context.CookiesAsync());
        await visit.OpenAsync(Next + "?remembered=1");
        await ExpectAsync(new ReplyForm(visit.Page), "", "", ticked: false);
    }

    [Fact]
    public async Task Who_takes_the_tick_away_is_forgotten()
    {
        await using var visit = await stand.VisitAsync();
        await ReplyAsync(visit, "Vera Amsel", "vera@demo.invalid", remember: true);
        Assert.NotEmpty(await visit.Page.Context.CookiesAsync());

        await visit.OpenAsync(Next);
        var form = new ReplyForm(visit.Page);
        await ExpectAsync(form, "Vera Amsel", "vera@demo.invalid", ticked: true);
        await form.Remember.UncheckAsync();
        await form.Reply.FillAsync("Forget me.");
        await form.PostAsync("Forget me.");

        Assert.Empty(await visit.Page.Context.CookiesAsync());
    }

    [Fact]
    public async Task What_is_remembered_is_sealed_and_out_of_the_reach_of_scripts()
    {
        await using var visit = await stand.VisitAsync();
        await ReplyAsync(visit, "Jonas Amsel", "jonas@demo.invalid", remember: true);

        Assert.DoesNotContain(await visit.Page.Context.CookiesAsync(), cookie => cookie.Value.Contains("jonas", StringComparison.OrdinalIgnoreCase));
        Assert.Equal("remembered=1", await visit.Page.EvaluateAsync<string>("document.cookie"));
    }

    private static async Task ReplyAsync(Visit visit, string name, string email, bool remember)
    {
        await visit.OpenAsync(First);
        var form = new ReplyForm(visit.Page);
        await form.FillAsync($"{name} was here.", name, email);
        await form.Remember.SetCheckedAsync(remember);
        await form.PostAsync($"{name} was here.");
    }

    private static async Task ExpectAsync(ReplyForm form, string name, string email, bool ticked)
    {
        await Expect(form.Name).ToHaveValueAsync(name);
        await Expect(form.Email).ToHaveValueAsync(email);
        await Expect(form.Remember).ToBeCheckedAsync(new() { Checked = ticked });
        await Expect(form.Reply).ToHaveValueAsync("");
    }
}
