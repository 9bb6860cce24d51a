using Microsoft.AspNetCore.Http;

namespace Broadsheet.Tests.Media;

/// <summary>Its store takes as long for an original as the test wants.</summary>
public sealed class SlowStorePaper : Paper, IAsyncLifetime
{
    private readonly RequestDelegate keeping = SickStore.Keeping();
    private SickStore store = null!;

    public TaskCompletionSource Asked { get; } = new();

    public TaskCompletionSource Release { get; } = new();

    protected override Dictionary<string, string> Wishes => new()
    {
        ["Media:S3:Endpoint"] = $"{store.Place.Endpoint}", ["Media:S3:Bucket"] = store.Place.Bucket, ["Media:S3:Key"] = SickStore.Key, ["Media:S3:Secret"] = SickStore.Secret,
    };

    protected override void Prepare() => store = SickStore.StartAsync(async http =>
    {
        if (HttpMethods.IsPut(http.Request.Method))
        {
            Asked.TrySetResult();
            await Release.Task;
        }
        await keeping(http);
    }).GetAwaiter().GetResult();

    async ValueTask IAsyncDisposable.DisposeAsync()
    {
        await DisposeAsync();
        await store.DisposeAsync();
    }
}

public sealed class PublishingPicturesTests(SlowStorePaper paper) : PaperTest<SlowStorePaper>
{
    [Fact]
    public async Task A_store_that_takes_its_time_keeps_no_other_writer_waiting()
    {
        var file = paper.Manuscript("A boat", "The boat.\n\n![A boat](boat.svg)");
        await File.WriteAllBytesAsync(Path.Combine(Path.GetDirectoryName(file)!, "boat.svg"), MediaFixtures.Drawing());
        var slow = paper.PublishFilesAsync(file);
        await paper.Asked.Task.WaitAsync(TimeSpan.FromSeconds(30));

        await paper.PublishAsync("Nothing to see").WaitAsync(TimeSpan.FromSeconds(5));

        Assert.False(slow.IsCompleted);
        paper.Release.SetResult();
        Assert.Contains("/media/", await paper.TextAsync(Assert.Single(await slow).Url));
    }
}
