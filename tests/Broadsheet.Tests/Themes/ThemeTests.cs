namespace Broadsheet.Tests.Themes;

public sealed class ThemeTests(ThemeTests.DesignersPaper paper) : PaperTest<ThemeTests.DesignersPaper>
{
    [Fact]
    public async Task A_changed_template_is_seen_at_the_next_request()
    {
        Assert.DoesNotContain("Tomorrow's news", await paper.TextAsync("/"));

        using var change = paper.Change("front.liquid", text => text + "<p>Tomorrow's news</p>");

        Assert.Contains("Tomorrow's news", await paper.TextAsync("/"));
    }

    [Fact]
    public async Task A_changed_part_that_another_template_draws_is_seen_too()
    {
        var piece = await paper.PublishAsync("Drawn in parts");
        Assert.DoesNotContain("Write to us", await paper.TextAsync(piece.Path));

        using var change = paper.Change("comment-form.liquid", text => text + "<p>Write to us</p>");

        Assert.Contains("Write to us", await paper.TextAsync(piece.Path));
    }

    [Fact]
    public async Task A_changed_phrase_is_seen_at_the_next_request()
    {
        using var change = paper.Change("languages/en.json", text => text.Replace("\"Latest\"", "\"Just in\""));
        await paper.PublishAsync("For the list");

        Assert.Contains("Just in", await paper.TextAsync("/"));
    }

    [Fact]
    public async Task A_changed_stylesheet_gets_an_address_of_its_own()
    {
        var before = await SheetAsync();
        using var change = paper.Change("assets/broadsheet.css", text => text + "\n/* new */");

        var after = await SheetAsync();

        Assert.NotEqual(before, after);
        Assert.Contains("/* new */", await paper.TextAsync(after));
    }

    [Theory]
    [InlineData("front.liquid")]
    [InlineData("layout.liquid")]
    [InlineData("card.liquid")]
    public async Task A_broken_template_is_named_with_its_line(string template)
    {
        await paper.PublishAsync("Behind a broken template");
        using var change = paper.Change(template, text => "line one\nline two\n{% if %}\n" + text);

        using var answer = await paper.Browser.GetAsync("/");

        Assert.Equal(500, (int)answer.StatusCode);
        var told = await answer.Content.ReadAsStringAsync();
        Assert.Contains(template, told);
        Assert.Matches("(?i)(line |:|\\()3", told);
    }

    [Fact]
    public async Task A_mended_template_works_again()
    {
        using (paper.Change("front.liquid", _ => "{% if %}")) Assert.Equal(500, await paper.StatusAsync("/"));

        Assert.Equal(200, await paper.StatusAsync("/"));
    }

    private async Task<string> SheetAsync() => (await paper.PageAsync("/")).QuerySelector("link[rel=stylesheet]")!.GetAttribute("href")!;

    /// <summary>A paper with a copy of the theme that may be changed.</summary>
    public sealed class DesignersPaper : Paper
    {
        private string Theme => Path.Combine(Folder, "theme");

        protected override Dictionary<string, string> Wishes => new() { ["Theme:Folder"] = Theme };

        protected override void Prepare()
        {
            var from = Path.Combine(Repository.Root, "themes", "broadsheet");
            foreach (var file in Directory.GetFiles(from, "*", SearchOption.AllDirectories))
            {
                var to = Path.Combine(Theme, Path.GetRelativePath(from, file));
                Directory.CreateDirectory(Path.GetDirectoryName(to)!);
                File.Copy(file, to);
            }
        }

        /// <summary>Until the change is disposed.</summary>
        public IDisposable Change(string file, Func<string, string> change)
        {
            var path = Path.Combine(Theme, file);
            var was = File.ReadAllText(path);
            File.WriteAllText(path, change(was));
            return new Undo(() => File.WriteAllText(path, was));
        }
    }

    private sealed class Undo(Action undo) : IDisposable
    {
        public void Dispose() => undo();
    }
}
