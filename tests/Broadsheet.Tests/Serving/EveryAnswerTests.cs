namespace Broadsheet.Tests.Serving;

public sealed class EveryAnswerTests(Paper paper) : PaperTest
{
    private static readonly string[] Paths = ["/", "/town/always/", "/town/", "/search?q=a", "/feed/", "/robots.txt", "/sitemap.xml", "/nowhere/", "/theme/social.jpg", "/healthz", "/comments/me"];

    public static TheoryData<string> Places => [.. Paths];

    [Theory]
    [MemberData(nameof(Places))]
    public async Task Every_answer_is_guarded(string path)
    {
        await paper.PublishAsync("Always there", fields: "slug: always");

        using var answer = await paper.Browser.GetAsync(path);

        var policy = Assert.Single(answer.Headers.GetValues("Content-Security-Policy"));
        Assert.Contains("default-src 'none'", policy);
        Assert.DoesNotContain("unsafe", policy);
        Assert.Equal("nosniff", Assert.Single(answer.Headers.GetValues("X-Content-Type-Options")));
        Assert.True(answer.Headers.Contains("Referrer-Policy"));
        Assert.False(answer.Headers.Contains("Server") || answer.Headers.Contains("X-Powered-By") || answer.Headers.Contains("Set-Cookie"));
    }

    [Theory]
    [MemberData(nameof(Places))]
    public async Task HEAD_is_answered_as_GET_is_but_without_a_body(string path)
    {
        await paper.PublishAsync("Always there", fields: "slug: always");
        using var get = await paper.Browser.GetAsync(path);

        using var head = await paper.Browser.SendAsync(new HttpRequestMessage(HttpMethod.Head, path));

        Assert.Equal((get.StatusCode, get.Content.Headers.ContentType?.ToString()), (head.StatusCode, head.Content.Headers.ContentType?.ToString()));
        Assert.Equal(get.Headers.ETag, head.Headers.ETag);
        Assert.Empty(await head.Content.ReadAsByteArrayAsync());
    }

    [Fact]
    public async Task Two_readers_get_the_same_bytes()
    {
        await paper.PublishAsync("The same for all", fields: "slug: same");
        using var request = new HttpRequestMessage(HttpMethod.Get, "/town/same/");
        request.Headers.Add("Cookie", "reader=abc; remembered=1");
        request.Headers.Add("User-Agent", "Other/1.0");
        request.Headers.Host = "other.example";
        using var other = await paper.Browser.SendAsync(request);

        Assert.Equal(await paper.TextAsync("/town/same/"), await other.Content.ReadAsStringAsync());
    }

    [Theory]
    [InlineData("br")]
    [InlineData("gzip")]
    public async Task Pages_are_sent_compressed(string coding)
    {
        using var request = new HttpRequestMessage(HttpMethod.Get, "/");
        request.Headers.Add("Accept-Encoding", coding);
        using var answer = await paper.Browser.SendAsync(request);

        Assert.Equal(coding, Assert.Single(answer.Content.Headers.ContentEncoding));
        Assert.Contains("Accept-Encoding", answer.Headers.Vary);
    }

    [Fact]
    public async Task An_article_page_is_small()
    {
        var piece = await paper.PublishAsync("Small", string.Join("\n\n", Enumerable.Range(1, 30).Select(n => $"Paragraph {n} about the harbour, the town and the river, number {n * 7919}.")));
        using var request = new HttpRequestMessage(HttpMethod.Get, piece.Path);
        request.Headers.Add("Accept-Encoding", "br");
        using var answer = await paper.Browser.SendAsync(request);

        Assert.InRange((await answer.Content.ReadAsByteArrayAsync()).Length, 500, 30_000);
    }

    [Theory]
    [InlineData("/healthz", "alive")]
    [InlineData("/readyz", "ready")]
    public async Task The_paper_says_that_it_is_well(string path, string said) => Assert.Equal(said, await paper.TextAsync(path));

    [Fact]
    public async Task What_cannot_be_done_is_said_so()
    {
        using var delete = await paper.Browser.DeleteAsync("/");

        Assert.Equal(405, (int)delete.StatusCode);
    }

    [Fact]
    public void The_paper_stands_on_the_database_that_was_asked_for() =>
        Assert.Equal(PaperDatabase.IsPostgres, !File.Exists(Path.Combine(paper.Folder, "broadsheet.db")));
}
