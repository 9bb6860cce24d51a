namespace Broadsheet.Browser.Newsroom;

/// <summary>People of the staff, each in a browser of their own.</summary>
public static class WritersDesk
{
    private const string Password = "a heron on the quay";

    public static async Task<Visit> SignInAsync(Newsstand paper, string name, int width = 1280)
    {
        var email = await paper.HireAsync(name, Password);
        var visit = await paper.VisitAsync(width: width);
        await visit.OpenAsync("/newsroom/sign-in");
        await visit.Find("input[name=email]").FillAsync(email);
        await visit.Find("input[name=password]").FillAsync(Password);
        await visit.Find("main form[action='/newsroom/sign-in'] button").First.ClickAsync();
        await visit.Page.WaitForURLAsync("**/newsroom/");
        return visit;
    }

    /// <returns>The address of the writing page of a new article.</returns>
    public static async Task<string> StartAsync(Visit visit)
    {
        await visit.Find("form[action='/newsroom/articles/'] button").First.ClickAsync();
        await visit.Page.WaitForURLAsync("**/newsroom/articles/*");
        await Expect(visit.Find(".ProseMirror")).ToBeVisibleAsync();
        return new Uri(visit.Page.Url).AbsolutePath;
    }
}
