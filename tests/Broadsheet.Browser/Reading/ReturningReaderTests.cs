namespace Broadsheet.Browser.Reading;

public sealed class ReturningReaderTests(Newsstand stand)
{
    // Two that no other trip reads.
    private const string First = "/sport/the-keepers-finger/", Second = "/harbour/mina-tarr-pilot/";

    [Fact]
    public async Task Who_comes_back_is_told_what_mattered_since_and_nobody_else_is()
    {
        const string path = First;
        await using var visit = await stand.VisitAsync();
        await using var stranger = await stand.VisitAsync();
        await visit.OpenAsync(path);
        await Expect(visit.Find(".since")).ToBeEmptyAsync();

        await stand.EditAsync(path);
        await visit.OpenAsync(path);
        await Expect(visit.Find(".since")).ToBeEmptyAsync();

        await stand.CorrectAsync(path, "The race was on Saturday.");
        await visit.OpenAsync(path);
        await Expect(visit.Find(".since[role=status]")).ToContainTextAsync("Changed since you read it: The race was on Saturday.");
        Assert.Equal(0, await visit.Page.EvaluateAsync<double>("() => new Promise(done => { let sum = 0; new PerformanceObserver(list => list.getEntries().forEach(e => sum += e.value)).observe({ type: 'layout-shift', buffered: true }); setTimeout(() => done(sum), 200); })"));
        await visit.Find(".since a").ClickAsync();
        await Expect(visit.Find("#changes-title")).ToHaveTextAsync("What changed from version 2 to version 3");

        await visit.OpenAsync(path);
        await Expect(visit.Find(".since")).ToBeEmptyAsync();
        await stranger.OpenAsync(path);
        await Expect(stranger.Find(".since")).ToBeEmptyAsync();
        Assert.Empty(visit.Complaints);
        Assert.Empty(visit.Elsewhere);
    }

    [Fact]
    public async Task The_word_can_be_closed()
    {
        const string path = Second;
        await using var visit = await stand.VisitAsync(width: 390);
        await visit.OpenAsync(path);
        await stand.CorrectAsync(path, "It was closed.");
        await visit.OpenAsync(path);

        await visit.Find(".since").GetByRole(AriaRole.Button, new() { Name = "Close" }).ClickAsync();

        await Expect(visit.Find(".since")).ToBeEmptyAsync();
    }
}
