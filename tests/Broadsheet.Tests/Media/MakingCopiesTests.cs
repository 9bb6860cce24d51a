using Broadsheet.Import.Pictures;
using Broadsheet.Import.Pictures.Stores;
using Microsoft.AspNetCore.Http;

namespace Broadsheet.Tests.Media;

public sealed class MakingCopiesTests
{
    [Fact]
    public async Task A_copy_that_many_want_at_once_is_made_once()
    {
        await using var server = await SickStore.StartAsync(SickStore.Keeping());
        using var store = new S3Store(server.Place, MediaFixtures.Patience());
        var desk = new PictureDesk(store);
        var picture = (await desk.AddAsync(MediaFixtures.Drawing(), "a.svg", DateTime.UtcNow, default)).Value;

        var copies = await Task.WhenAll(Enumerable.Range(0, 30).Select(_ => desk.SizedAsync(picture.File, 400, default)));

        Assert.All(copies, copy => Assert.NotEmpty(copy!.All()));
        Assert.Single(server.Asked, a => a.StartsWith("PUT") && a.Contains("-400.webp"));
    }

    [Fact]
    public async Task A_reader_who_goes_away_ends_no_making_that_others_wait_for()
    {
        var (keeping, asked, release) = (SickStore.Keeping(), new TaskCompletionSource(), new TaskCompletionSource());
        await using var server = await SickStore.StartAsync(async http =>
        {
            if (http.Request.Path.Value!.EndsWith(".webp") && HttpMethods.IsPut(http.Request.Method)) { asked.TrySetResult(); await release.Task; }
            await keeping(http);
        });
        using var store = new S3Store(server.Place, MediaFixtures.Patience());
        var desk = new PictureDesk(store);
        var picture = (await desk.AddAsync(MediaFixtures.Drawing(), "a.svg", DateTime.UtcNow, default)).Value;
        using var leaving = new CancellationTokenSource();

        var first = desk.SizedAsync(picture.File, 400, leaving.Token);
        await asked.Task;
        var second = desk.SizedAsync(picture.File, 400, default);
        await leaving.CancelAsync();
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => first);
        release.SetResult();

        Assert.NotEmpty((await second)!.All());
    }
}
