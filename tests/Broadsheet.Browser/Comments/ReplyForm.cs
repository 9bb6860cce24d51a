namespace Broadsheet.Browser.Comments;

/// <summary>"Leave a Reply" below an article, as a reader fills it in.</summary>
public sealed class ReplyForm(IPage page)
{
    public ILocator Reply => page.Locator("#reply-body");
    public ILocator Name => page.Locator("#reply-author");
    public ILocator Email => page.Locator("#reply-email");
    public ILocator Website => page.Locator("#reply-website");
    public ILocator Remember => page.Locator("#reply-remember");

    /// <summary>The link by which a reader without script fills in what was remembered.</summary>
    public ILocator FillIn => page.Locator("#reply-form a.remembered");

    /// <summary>Below the text: what was not sent at an earlier visit was put back.</summary>
    public ILocator Back => page.Locator("#reply-form .draft-back");

    /// <summary>Below the button: how it stands with the sending.</summary>
    public ILocator Line => page.Locator("#reply-form .draft-line");

    public async Task FillAsync(string reply, string name, string email)
    {
        await Reply.FillAsync(reply);
        await Name.FillAsync(name);
        await Email.FillAsync(email);
    }

    public Task SendAsync() => page.Locator("#reply-form .submit button").ClickAsync();

    /// <summary>Sends what the form holds and waits for the reply to stand below the article.</summary>
    public async Task<ILocator> PostAsync(string reply)
    {
        await SendAsync();
        var shown = page.Locator("#comments article.reply").Filter(new() { HasText = reply });
        await Expect(shown).ToBeVisibleAsync();
        return shown;
    }
}
