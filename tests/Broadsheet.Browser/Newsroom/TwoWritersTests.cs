using System.Text.RegularExpressions;

namespace Broadsheet.Browser.Newsroom;

/// <summary>Two people in one article, each in a browser of their own, and a network that comes and goes.</summary>
public sealed class TwoWritersTests(Newsstand paper) : IAsyncLifetime
{
    private const string Text = ".ProseMirror", Status = ".save-status", Clash = ".clash-box";

    private Visit mara = null!, ben = null!;

    public async ValueTask InitializeAsync()
    {
        mara = await WritersDesk.SignInAsync(paper, "Mara");
        ben = await WritersDesk.SignInAsync(paper, "Ben", width: 390);
        await mara.OpenAsync("/newsroom/");
        var article = await WritersDesk.StartAsync(mara);
        await mara.Find(".headline-line textarea").FillAsync("The bridge at dusk");
        await mara.Find(Text).ClickAsync();
        foreach (var words in new[] { "First.", "Second.", "Third." })
        {
            await mara.Page.Keyboard.TypeAsync(words);
            await mara.Page.Keyboard.PressAsync("Enter");
        }
        await Expect(mara.Find(Status)).Not.ToHaveAttributeAsync("data-state", "saved");
        await SavedAsync(mara);
        await ben.OpenAsync(article);
        await Expect(ben.Find(Text)).ToContainTextAsync("Third.");
    }

    public async ValueTask DisposeAsync()
    {
        await mara.DisposeAsync();
        await ben.DisposeAsync();
    }

    [Fact]
    public async Task They_see_each_other_and_different_paragraphs_are_put_together()
    {
        await TypeAsync(mara, 0, " Hers.");
        await SavedAsync(mara);
        await TypeAsync(ben, 2, " His.");
        await SavedAsync(ben);

        await Expect(ben.Find(Text)).ToContainTextAsync("First. Hers.");
        await Expect(ben.Find(".others")).ToContainTextAsync("Mara");
        await Expect(mara.Find(".others")).ToContainTextAsync("Ben");
        await Expect(mara.Find(Text)).ToContainTextAsync("Third. His.");
    }

    [Fact]
    public async Task The_same_paragraph_is_shown_side_by_side_and_nothing_is_overwritten()
    {
        await TypeAsync(mara, 1, " Her way.");
        await SavedAsync(mara);
        await TypeAsync(ben, 1, " His way.");
        await ben.Page.Keyboard.PressAsync("Control+s");

        await Expect(ben.Find(Clash)).ToContainTextAsync("Her way.");
        await Expect(ben.Find(Clash)).ToContainTextAsync("His way.");
        await ben.Find(Clash).GetByText("Take both").ClickAsync();
        await Expect(ben.Find(Clash)).ToHaveCountAsync(0);
        await SavedAsync(ben);
        await Expect(mara.Find(Text)).ToContainTextAsync("His way.");
        await Expect(mara.Find(Text)).ToContainTextAsync("Her way.");
    }

    [Fact]
    public async Task Without_a_network_the_text_is_kept_and_saved_when_it_is_back()
    {
        await mara.Page.Context.SetOfflineAsync(true);
        await TypeAsync(mara, 0, " In the dark.");
        await Expect(mara.Find(Status)).ToContainTextAsync("no connection; kept on this computer since");
        await mara.Page.Context.SetOfflineAsync(false);
        await SavedAsync(mara);

        await Expect(ben.Find(Text)).ToContainTextAsync("In the dark.");
    }

    [Fact]
    public async Task Text_that_a_crash_left_unsaved_is_offered_again()
    {
        await mara.Page.RouteAsync("**/copy", route => route.AbortAsync());
        await TypeAsync(mara, 0, " Before the crash.");
        await Expect(mara.Find(Status)).ToContainTextAsync("kept on this computer");
        // A page that is left in order saves once more, past the cut; one that crashes hears nothing.
        await mara.Page.EvaluateAsync("addEventListener('visibilitychange', (event) => event.stopImmediatePropagation(), true)");
        await mara.Page.ReloadAsync();
        await mara.Page.UnrouteAllAsync();
        await mara.Find(".banner").GetByText("Put it back").ClickAsync();

        await Expect(mara.Find(Text)).ToContainTextAsync("Before the crash.");
        await SavedAsync(mara);
        await Expect(mara.Find(".banner")).ToHaveCountAsync(0);
    }

    private static async Task TypeAsync(Visit visit, int paragraph, string words)
    {
        await visit.Find(Text + " > p").Nth(paragraph).ClickAsync();
        await visit.Page.Keyboard.PressAsync("End");
        await visit.Page.Keyboard.TypeAsync(words);
        await Expect(visit.Find(Status)).Not.ToHaveAttributeAsync("data-state", "saved");
    }

    private static Task SavedAsync(Visit visit) => Expect(visit.Find(Status)).ToHaveTextAsync(new Regex("^Saved "));
}
