using Broadsheet.Import.Pictures;
using Broadsheet.Import.Pictures.Stores;

namespace Broadsheet.Tests.Media;

/// <summary>Against a store that somebody else wrote.</summary>
public sealed class S3StoreTests(S3Server server) : IClassFixture<S3Server>
{
    [Fact]
    public async Task What_was_put_is_there_for_every_node()
    {
        var name = Name();
        await StoreAsync(store => store.PutAsync(name, [1, 2, 3], default));

        var file = (await StoreAsync(store => store.OpenAsync(name, default)))!;

        Assert.NotEmpty(file.Tag!);
        Assert.InRange(file.ModifiedAt!.Value, DateTimeOffset.UtcNow.AddMinutes(-5), DateTimeOffset.UtcNow.AddMinutes(5));
        Assert.Equal([1, 2, 3], file.All());
        Assert.Equal([1, 2, 3], await StoreAsync(store => store.BytesAsync(name, default)));
        Assert.True(await StoreAsync(store => store.ExistsAsync(name, default)));
    }

    [Fact]
    public async Task What_was_not_put_is_not_there()
    {
        Assert.Null(await StoreAsync(store => store.OpenAsync(Name(), default)));
        Assert.False(await StoreAsync(store => store.ExistsAsync(Name(), default)));
    }

    [Fact]
    public async Task A_large_original_comes_back_as_it_was()
    {
        var (name, large) = (Name(), new byte[9 << 20]);
        Random.Shared.NextBytes(large);

        await StoreAsync(store => store.PutAsync(name, large, default));

        Assert.Equal(large, await StoreAsync(store => store.BytesAsync(name, default)));
    }

    [Fact]
    public async Task Nodes_that_make_the_same_copy_at_once_do_no_harm()
    {
        var picture = (await StoreAsync(store => new PictureDesk(store).AddAsync(MediaFixtures.Drawing(), "a.svg", DateTime.UtcNow, default))).Value;

        var copies = await Task.WhenAll(Enumerable.Range(0, 4).Select(_ => SizedAsync(picture.File)));

        Assert.Single(copies.Select(c => Convert.ToHexString(c!.All())).Distinct());
        Assert.Equal(2, server.Names.Count(n => n.Contains(Path.GetFileNameWithoutExtension(picture.File))));
    }

    // This store writes in place: whoever reads in between is told that it is silent, and asks again as a browser does.
    private async Task<MediaFile?> SizedAsync(string file)
    {
        for (var left = 3; ; left--)
        {
            try { return await StoreAsync(store => new PictureDesk(store).SizedAsync(file, 400, default)); }
            catch (MediaStoreSilent) when (left > 0) { }
        }
    }

    [Fact]
    public async Task A_store_in_order_has_no_fault() => Assert.Null(await StoreAsync(store => store.FaultAsync(default)));

    [Fact]
    public async Task A_wrong_secret_is_said_without_saying_it() =>
        Assert.Equal($"the bucket paper at {Endpoint} refused: 403 SignatureDoesNotMatch", await StoreAsync(store => store.FaultAsync(default), server.Place with { Secret = "TOP-SECRET" }));

    [Fact]
    public async Task A_bucket_that_is_not_there_is_said()
    {
        var elsewhere = server.Place with { Bucket = "nowhere" };

        Assert.Equal($"the bucket nowhere at {Endpoint} refused: 404 NoSuchBucket", await StoreAsync(store => store.FaultAsync(default), elsewhere));
        await Assert.ThrowsAsync<MediaStoreSilent>(() => StoreAsync(store => store.OpenAsync(Name(), default), elsewhere));
    }

    private string Endpoint => server.Endpoint.ToString().TrimEnd('/');

    private static string Name() => $"sized/{Guid.NewGuid():n}-400.webp";

    // A new one each time: what another node has in memory helps nobody.
    private async Task<T> StoreAsync<T>(Func<MediaStore, Task<T>> ask, S3Place? place = null)
    {
        using var store = new S3Store(place ?? server.Place, MediaFixtures.Patience());
        return await ask(store);
    }

    private Task StoreAsync(Func<MediaStore, Task> ask) => StoreAsync(async store => { await ask(store); return true; });
}
