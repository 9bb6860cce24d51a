namespace Broadsheet.Browser.Comments;

public sealed class RefusedReplyTests(Newsstand stand)
{
    private const string Article = "/harbour/dredger-waits-at-14000-a-day/";
    private const string Wrong = "This is not an email address: check for a missing @ or dot.";

    [Theory, InlineData(true), InlineData(false)]
    public async Task A_refused_reply_comes_back_with_everything_that_was_typed(bool script)
    {
        await using var visit = await stand.VisitAsync(script);
        var form = await SendWithoutDotAsync(visit, "Fourteen thousand\na day, for a view.", "Odd Larsen", "odd@ledger");

        await Expect(form.Reply).ToHaveValueAsync("Fourteen thousand\na day, for a view.");
        await Expect(form.Name).ToHaveValueAsync("Odd Larsen");
        await Expect(form.Email).ToHaveValueAsync("odd@ledger");
        await Expect(form.Remember).ToBeCheckedAsync();
        Assert.Empty(visit.Complaints);
    }

    [Theory, InlineData(true), InlineData(false)]
    public async Task The_error_is_named_beside_its_field_and_in_a_summary_that_leads_there(bool script)
    {
        await using var visit = await stand.VisitAsync(script);
        var form = await SendWithoutDotAsync(visit, "No dot.", "Odd Larsen", "odd@ledger");

        await Expect(visit.Find(".field:has(#reply-email) .error")).ToHaveTextAsync(Wrong);
        await Expect(form.Email).ToHaveAttributeAsync("aria-invalid", "true");
        await Expect(form.Email).ToHaveAccessibleDescriptionAsync(Wrong);
        await Expect(visit.Find(".field .error")).ToHaveCountAsync(1);

        await visit.Page.GetByRole(AriaRole.Alert).GetByRole(AriaRole.Link, new() { Name = Wrong }).ClickAsync();
        await Expect(form.Email).ToBeFocusedAsync();
    }

    [Fact]
    public async Task The_reader_lands_on_the_summary()
    {
        await using var visit = await stand.VisitAsync();
        await SendWithoutDotAsync(visit, "No dot.", "Odd Larsen", "odd@ledger");

        await Expect(visit.Find("#problems")).ToBeFocusedAsync();
        await Expect(visit.Find("#problems")).ToBeInViewportAsync();
    }

    [Theory, InlineData(true), InlineData(false)]
    public async Task Put_right_it_is_taken(bool script)
    {
        var text = $"A view of a dredger {(script ? "by day" : "by night")}.";
        await using var visit = await stand.VisitAsync(script);
        var form = await SendWithoutDotAsync(visit, text, "Odd Larsen", "odd@ledger");

        await form.Email.FillAsync($"odd-{script}@ledger.invalid");
        await form.PostAsync(text);

        await Expect(visit.Find(".error")).ToHaveCountAsync(0);
        await Expect(visit.Find("#problems")).ToHaveCountAsync(0);
        await Expect(form.Reply).ToHaveValueAsync("");
    }

    [Fact]
    public async Task A_reply_of_blanks_alone_is_refused_at_every_required_field()
    {
        await using var visit = await stand.VisitAsync(script: false);
        await visit.OpenAsync(Article);
        var form = new ReplyForm(visit.Page);
        await form.FillAsync("   ", "  ", "odd@ledger");
        await form.Website.FillAsync("ledger");
        await form.SendAsync();

        await Expect(visit.Find(".field:has([aria-invalid=true]) .error")).ToHaveTextAsync(
        [
            "Write something first.", "Give a name, so that others can answer you.", Wrong, "A website address starts with http:// or https://.",
        ]);
    }

    [Fact]
    public async Task The_browser_sends_no_form_whose_required_fields_are_empty()
    {
        await using var visit = await stand.VisitAsync(script: false);
        await visit.OpenAsync(Article);
        var form = new ReplyForm(visit.Page);
        await form.SendAsync();

        await Expect(form.Reply).ToBeFocusedAsync();
        await Expect(visit.Page).ToHaveURLAsync(stand.Address + Article);
        foreach (var field in new[] { form.Reply, form.Name, form.Email }) await Expect(field).ToHaveJSPropertyAsync("required", true);
        await Expect(form.Website).ToHaveJSPropertyAsync("required", false);
    }

    // Browsers let an address without a dot pass; the paper does not.
    private static async Task<ReplyForm> SendWithoutDotAsync(Visit visit, string reply, string name, string email)
    {
        await visit.OpenAsync(Article);
        var form = new ReplyForm(visit.Page);
        await form.FillAsync(reply, name, email);
        await form.Remember.CheckAsync();
        var answer = await visit.Page.RunAndWaitForResponseAsync(form.SendAsync, response => response.Request.Method == "POST");
        Assert.Equal(422, answer.Status);
        await Expect(visit.Find("#problems")).ToBeVisibleAsync();
        return form;
    }
}
