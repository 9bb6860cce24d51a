using Broadsheet.Import.Moving;
using Broadsheet.Import.WordPress;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;

namespace Broadsheet.Tests.WordPress;

public sealed class FetchMediaTests(Paper paper) : PaperTest, IDisposable
{
    private const string Uploads = "/wp-content/uploads/2015/03";

    private readonly DirectoryInfo folder = Directory.CreateTempSubdirectory("broadsheet-fetch-");

    private static int pieces;
    private readonly int id = 2_000_000 + Interlocked.Increment(ref pieces);

    public void Dispose() => folder.Delete(recursive: true);

    [Fact]
    public async Task Pictures_come_from_the_old_site_in_full_size_and_only_once()
    {
        await using var old = await OldServer.StartAsync(http => http.Request.Path == $"{Uploads}/a boat.svg" ? OldServer.Picture(http, $"{id}") : OldServer.Status(http, 404));
        var export = Export(old, $"{old.Url}{Uploads}/a%20boat-300x200.svg?w=300", $"https://i0.wp.com/old.example{Uploads}/a%20boat.svg?ssl=1");
        var report = await BringAsync(export, Fetching());

        Assert.Equal(1, report.Counts["pictures fetched from the old site"]);
        Assert.Empty(report.MissingPictures);
        var pictures = (await paper.PageAsync($"/fetched-{id}/")).QuerySelectorAll(".body figure img");
        Assert.Equal(2, pictures.Length);
        Assert.Equal(200, await paper.StatusAsync(pictures[0].GetAttribute("src")!));
        Assert.Equal([$"{Uploads}/a boat.svg"], old.Asked);

        Assert.Equal(["articles unchanged"], (await BringAsync(export, Fetching())).Counts.Keys);
        Assert.Single(old.Asked);
    }

    [Fact]
    public async Task A_size_is_taken_where_the_full_one_is_gone()
    {
        await using var old = await OldServer.StartAsync(http => http.Request.Path == $"{Uploads}/boat-300x200.svg" ? OldServer.Picture(http, $"{id}") : OldServer.Status(http, 404));
        Assert.Empty((await BringAsync(Export(old, $"{old.Url}{Uploads}/boat-300x200.svg"), Fetching())).MissingPictures);

        Assert.Equal([$"{Uploads}/boat.svg", $"{Uploads}/boat-300x200.svg"], old.Asked);
    }

    [Fact]
    public async Task A_site_in_a_folder_and_a_script_that_makes_sizes_name_the_picture_too()
    {
        await using var old = await OldServer.StartAsync(http => OldServer.Picture(http, http.Request.Path + $"{id}"));
        var export = new Export(old.Url + "/blog").Add(new(id, "Fetched", $"Words\n\n<img src=\"{old.Url}/blog{Uploads}/a.svg\">\n\n<img src=\"{old.Url}/blog/timthumb.php?src={old.Url}/blog{Uploads}/b.svg&amp;w=300\">\n\n<img src=\"//cdn.example{Uploads}/c.svg\">") { Link = $"{old.Url}/blog/fetched-{id}/" });

        Assert.Empty((await BringAsync(export, Fetching())).MissingPictures);
        Assert.Equal([$"/blog{Uploads}/a.svg", $"/blog{Uploads}/b.svg", $"/blog{Uploads}/c.svg"], old.Asked.Order());
        Assert.Equal(3, (await paper.PageAsync($"/blog/fetched-{id}/")).QuerySelectorAll(".body figure img").Length);
    }

    [Theory]
    [InlineData("gone", "answers 404")]
    [InlineData("lying", "is not a picture that can be printed")]
    [InlineData("large", "is larger than")]
    [InlineData("endless", "is larger than")]
    [InlineData("slow", "no answer in time")]
    [InlineData("broken", "answers 500")]
    [InlineData("elsewhere", "redirects to http://localhost")]
    [InlineData("port", "redirects to http://127.0.0.1:1,")]
    [InlineData("password", "which is not the old site")]
    [InlineData("file", "which is not the old site")]
    [InlineData("circle", "redirects without end")]
    public async Task What_is_no_picture_of_the_old_site_is_named_with_the_reason(string kind, string reason)
    {
        await using var old = await OldServer.StartAsync(http => Misbehave(http, kind));
        var address = $"{old.Url}{Uploads}/{kind}.jpg";
        var report = await BringAsync(Export(old, address), Fetching());

        Assert.Contains(reason, report.MissingPictures[address]);
        Assert.Contains("Words", await paper.TextAsync($"/fetched-{id}/"));
        Assert.Empty(folder.GetFiles("*.jpg*", SearchOption.AllDirectories));
    }

    [Fact]
    public async Task What_fails_once_is_asked_for_once_more()
    {
        var times = 0;
        await using var old = await OldServer.StartAsync(http => Interlocked.Increment(ref times) == 1 ? OldServer.Status(http, 503) : OldServer.Picture(http, $"{id}"));

        Assert.Empty((await BringAsync(Export(old, $"{old.Url}{Uploads}/once.svg"), Fetching())).MissingPictures);
        Assert.Equal(2, old.Asked.Count);
    }

    [Fact]
    public async Task A_site_that_has_gone_is_not_asked_for_ever()
    {
        await using var old = await OldServer.StartAsync(http => OldServer.Status(http, 503));
        var report = await BringAsync(Export(old, [.. Enumerable.Range(0, 60).Select(n => $"{old.Url}{Uploads}/{n}.jpg")]), Fetching());

        Assert.Equal(60, report.MissingPictures.Count);
        Assert.InRange(old.Asked.Count, 40, 50);
    }

    [Fact]
    public async Task No_more_than_four_are_asked_for_at_once()
    {
        var (now, most) = (0, 0);
        await using var old = await OldServer.StartAsync(async http =>
        {
            lock (folder) most = Math.Max(most, ++now);
            await Task.Delay(50);
            lock (folder) now--;
            await OldServer.Picture(http, http.Request.Path + $"{id}");
        });
        await BringAsync(Export(old, [.. Enumerable.Range(0, 20).Select(n => $"{old.Url}{Uploads}/{n}.svg")]), Fetching());

        Assert.InRange(most, 2, 4);
    }

    [Fact]
    public async Task What_lies_in_the_folder_is_not_asked_for_and_a_site_that_moved_is_asked_where_it_is()
    {
        await using var old = await OldServer.StartAsync(http => OldServer.Picture(http, $"{id}-net"));
        var given = Directory.CreateDirectory(Path.Combine(folder.FullName, "given", "2015", "03")).FullName;
        await File.WriteAllTextAsync(Path.Combine(given, "here.svg"), OldServer.Drawing($"{id}-here"));
        const string site = "https://gone.example";
        var export = new Export(site).Add(new(id, "Fetched", $"Words\n\n<img src=\"{site}{Uploads}/here.svg\">\n\n<img src=\"{site}{Uploads}/there.svg\">") { Link = $"{site}/fetched-{id}/" });
        var report = await BringAsync(export, Fetching() with { From = new Uri(old.Url + "/") }, media: Path.Combine(folder.FullName, "given"), site: old.Url);

        Assert.Equal([$"{Uploads}/there.svg"], old.Asked);
        Assert.Empty(report.MissingPictures);
        Assert.Single(await paper.AskAsync(db => Task.FromResult(db.Brought.Where(b => b.Source == "gone.example" && b.OldId == id).ToList())));
    }

    [Fact]
    public async Task A_dry_run_fetches_nothing_and_says_how_many_it_would()
    {
        await using var old = await OldServer.StartAsync(http => OldServer.Picture(http, $"{id}"));
        var report = await BringAsync(Export(old, $"{old.Url}{Uploads}/a.svg", $"{old.Url}{Uploads}/a-10x10.svg", $"{old.Url}{Uploads}/b.svg"), Fetching(), dry: true);

        Assert.Equal(2, report.Counts["pictures to be fetched from the old site"]);
        Assert.Empty(old.Asked);
    }

    [Theory]
    [InlineData("https://paper.wordpress.com", "https://paper.files.wordpress.com/2015/03/a.jpg", true)]
    [InlineData("https://paper.wordpress.com", "https://other.files.wordpress.com/2015/03/a.jpg", false)]
    [InlineData("https://old.example", "http://www.old.example/a.jpg", true)]
    [InlineData("https://old.example", "https://sub.old.example/a.jpg", false)]
    [InlineData("https://old.example", "https://old.example:8443/a.jpg", false)]
    [InlineData("https://old.example:8443", "https://old.example:8443/a.jpg", true)]
    [InlineData("https://old.example", "https://me:secret@old.example/a.jpg", false)]
    [InlineData("https://old.example", "ftp://old.example/a.jpg", false)]
    [InlineData("https://old.example", "http://169.254.169.254/latest", false)]
    public void Only_the_old_sites_own_hosts_are_asked(string has, string address, bool answers)
    {
        var site = new OldSite();
        site.Has(has);

        Assert.Equal(answers, site.Answers(new Uri(address)));
    }

    private static Task Misbehave(HttpContext http, string kind)
    {
        var response = http.Response;
        switch (kind)
        {
            case "lying":
                response.ContentType = "image/jpeg";
                return response.WriteAsync("<html>You are not allowed here.</html>");
            case "large":
                response.ContentLength = 2_000_000;
                return response.Body.WriteAsync(new byte[2_000_000]).AsTask();
            case "endless":
                return EndlessAsync(response, http.RequestAborted);
            case "slow":
                return Task.Delay(TimeSpan.FromSeconds(30), http.RequestAborted);
            case "gone" or "broken":
                return OldServer.Status(http, kind == "gone" ? 404 : 500);
        }
        response.Redirect(kind switch
        {
            "elsewhere" => $"http://localhost:{http.Request.Host.Port}/x.jpg",
            "port" => "http://127.0.0.1:1/x.jpg",
            "password" => $"http://me:secret@127.0.0.1:{http.Request.Host.Port}/x.jpg",
            "file" => "file:///etc/passwd",
            _ => http.Request.Path,
        });
        return Task.CompletedTask;
    }

    private static async Task EndlessAsync(HttpResponse response, CancellationToken stop)
    {
        while (!stop.IsCancellationRequested) await response.Body.WriteAsync(new byte[100_000], stop);
    }

    private Export Export(OldServer old, params string[] pictures) =>
        new Export(old.Url).Add(new(id, $"Fetched {id}", "Words\n\n" + string.Join("\n\n", pictures.Select(p => $"<img src=\"{p}\">"))) { Link = $"{old.Url}/fetched-{id}/" });

    private Fetching Fetching() => new(Path.Combine(folder.FullName, "fetched"), null) { LargestBytes = 1_000_000, Patience = TimeSpan.FromSeconds(2), Pause = TimeSpan.FromMilliseconds(10) };

    private async Task<MoveReport> BringAsync(Export export, Fetching fetching, bool dry = false, string? media = null, string? site = null)
    {
        await using var scope = paper.Services.CreateAsyncScope();
        var order = new MoveDesk.Order((file, tell) => new ExportReader(tell).Read(file), [export.WriteTo(folder.FullName)], site, media, [], "en", dry) { Fetching = fetching };
        return await scope.ServiceProvider.GetRequiredService<MoveDesk>().BringAsync(order, _ => { }, (_, _) => { }, TestContext.Current.CancellationToken);
    }
}
