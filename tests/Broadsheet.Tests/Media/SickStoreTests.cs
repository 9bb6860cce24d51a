using Broadsheet.Import.Pictures.Stores;
using Microsoft.AspNetCore.Http;

namespace Broadsheet.Tests.Media;

/// <summary>A store that answers with faults, late, half or not at all.</summary>
public sealed class SickStoreTests
{
    private const string Name = "sized/a-400.webp";

    [Theory]
    [InlineData(500, "InternalError", "500 InternalError")]
    [InlineData(503, "SlowDown", "503 SlowDown")]
    [InlineData(403, "InvalidAccessKeyId", "403 InvalidAccessKeyId")]
    [InlineData(404, "NoSuchBucket", "404 NoSuchBucket")]
    [InlineData(500, SickStore.Key + " is no code", "500")]
    public async Task A_fault_is_told_by_its_code_and_without_a_secret(int status, string code, string told)
    {
        await using var sick = await SickStore.StartAsync(http => SickStore.Refuse(http, status, code));

        var silent = await SilentAsync(sick.Place);

        Assert.Equal($"pictures: {sick.Place}: {told}", silent.Message);
        Assert.DoesNotContain(SickStore.Key, silent.ToString());
        Assert.DoesNotContain(SickStore.Secret, silent.ToString());
    }

    [Fact]
    public async Task A_store_that_is_late_is_not_waited_for()
    {
        await using var sick = await SickStore.StartAsync(http => Task.Delay(TimeSpan.FromSeconds(20), http.RequestAborted));

        Assert.EndsWith("no answer in time", (await SilentAsync(sick.Place, seconds: 0.5)).Message);
    }

    [Fact]
    public async Task A_store_that_drips_is_not_waited_for()
    {
        await using var sick = await SickStore.StartAsync(async http =>
        {
            http.Response.ContentLength = 1000;
            for (var i = 0; i < 1000; i++) { await http.Response.WriteAsync("x"); await http.Response.Body.FlushAsync(); await Task.Delay(100, http.RequestAborted); }
        });

        Assert.EndsWith("no answer in time", (await SilentAsync(sick.Place, seconds: 0.5)).Message);
    }

    [Fact]
    public async Task Half_a_picture_is_no_picture()
    {
        await using var sick = await SickStore.StartAsync(async http =>
        {
            http.Response.ContentLength = 1000;
            await http.Response.WriteAsync("half");
            await http.Response.Body.FlushAsync();
            http.Abort();
        });

        await SilentAsync(sick.Place);
    }

    [Fact]
    public async Task Nobody_at_the_address_is_told()
    {
        var place = new S3Place(new Uri("http://127.0.0.1:1"), "paper", "eu-north-7", SickStore.Key, SickStore.Secret, PathStyle: true);

        Assert.Equal("pictures: the bucket paper at http://127.0.0.1:1: Connection refused (127.0.0.1:1)", (await SilentAsync(place)).Message);
    }

    [Fact]
    public async Task After_three_failures_the_others_are_told_at_once()
    {
        await using var sick = await SickStore.StartAsync(http => SickStore.Refuse(http, 403, "AccessDenied"));
        using var store = new S3Store(sick.Place, MediaFixtures.Patience());
        for (var i = 0; i < 3; i++) Assert.True((await Assert.ThrowsAsync<MediaStoreSilent>(() => store.OpenAsync(Name, default))).IsNews);

        for (var i = 0; i < 20; i++) Assert.False((await Assert.ThrowsAsync<MediaStoreSilent>(() => store.OpenAsync(Name, default))).IsNews);

        Assert.Equal(3, sick.Asked.Count);
    }

    [Fact]
    public async Task What_is_in_memory_is_shown_also_when_the_store_fails()
    {
        var well = true;
        await using var sick = await SickStore.StartAsync(http => well ? http.Response.WriteAsync("picture") : SickStore.Refuse(http, 500, "InternalError"));
        using var store = new S3Store(sick.Place, MediaFixtures.Patience());
        await store.AllAsync(Name);
        well = false;

        Assert.Equal("picture"u8.ToArray(), await store.AllAsync(Name));
        Assert.Single(sick.Asked);
    }

    [Fact]
    public async Task The_bucket_stands_in_the_path_and_the_region_in_the_signature()
    {
        await using var sick = await SickStore.StartAsync(http => http.Response.WriteAsync("picture"));
        using var store = new S3Store(sick.Place, MediaFixtures.Patience());

        await store.AllAsync(Name);

        Assert.Matches($"^GET 127.0.0.1 /paper/{Name} AWS4-HMAC-SHA256 Credential={SickStore.Key}/[0-9]{{8}}/eu-north-7/s3/aws4_request, SignedHeaders=.*host.*, Signature=[0-9a-f]{{64}}$", Assert.Single(sick.Asked));
    }

    [Fact]
    public async Task The_bucket_can_stand_in_the_name_of_the_machine() =>
        Assert.Contains("(paper.store.invalid:80)", (await SilentAsync(new S3Place(new Uri("http://store.invalid"), "paper", "eu-north-7", SickStore.Key, SickStore.Secret, PathStyle: false))).Message);

    private static async Task<MediaStoreSilent> SilentAsync(S3Place place, double seconds = 10)
    {
        using var store = new S3Store(place, MediaFixtures.Patience(seconds));
        return await Assert.ThrowsAsync<MediaStoreSilent>(() => store.OpenAsync(Name, default));
    }
}
