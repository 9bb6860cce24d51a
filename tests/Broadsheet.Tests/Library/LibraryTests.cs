using System.Net.Http.Headers;
using System.Text.Json;
using Broadsheet.Domain.Staff;

namespace Broadsheet.Tests.Library;

public sealed class LibraryTests(Paper paper) : PaperTest
{
    private static readonly byte[] Dot = Convert.FromBase64String("iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==");

    [Fact]
    public async Task A_picture_is_kept_found_and_shown_where_it_stands()
    {
        using var reporter = await paper.SignInAsync(Role.Reporter);
        var (status, answer) = await AddAsync(reporter, Dot, "gull-on-mast.png");
        Assert.Equal(201, status);
        var id = answer.GetProperty("id").GetInt64();

        Assert.Equal(200, await paper.StatusAsync(answer.GetProperty("src").GetString()!));
        Assert.Contains("gull-on-mast.png", (await reporter.PageAsync("/newsroom/media/?q=gull")).QuerySelector(".library")!.TextContent);
        Assert.Contains("Nowhere", (await reporter.PageAsync($"/newsroom/media/{id}")).Body!.TextContent);
        var writer = await Working.Writer.BeginAsync(paper);
        await writer.WriteAsync(("headline", "A gull"), ("picture", new { pictureId = id, alt = "A gull", caption = (string?)null, credit = "Ann Lee", focus = "50 50" }));
        Assert.Contains("A gull", (await reporter.PageAsync($"/newsroom/media/{id}")).QuerySelector("main")!.TextContent);
        // The same file again is the same picture.
        Assert.Equal(id, (await AddAsync(reporter, Dot, "again.png")).Answer.GetProperty("id").GetInt64());
    }

    [Theory]
    [InlineData("not a picture at all", "lies.png")]
    [InlineData("<svg xmlns=\"http://www.w3.org/2000/svg\" width=\"99999\" height=\"99999\"/>", "bomb.svg")]
    [InlineData("<html><script>alert(1)</script></html>", "page.jpg")]
    public async Task A_file_that_lies_or_is_a_bomb_is_refused_at_its_field(string text, string name)
    {
        using var reporter = await paper.SignInAsync(Role.Reporter);

        var (status, answer) = await AddAsync(reporter, System.Text.Encoding.UTF8.GetBytes(text), name);

        Assert.Equal((422, "file"), (status, answer.GetProperty("refusals")[0].GetProperty("field").GetString()));
    }

    private static async Task<(int Status, JsonElement Answer)> AddAsync(Tests.Desk desk, byte[] bytes, string name)
    {
        var file = new ByteArrayContent(bytes) { Headers = { ContentType = new MediaTypeHeaderValue("image/png") } };
        using var answer = await desk.SendAsync(HttpMethod.Post, "/newsroom/media/", content: new MultipartFormDataContent { { file, "file", name } });
        return ((int)answer.StatusCode, JsonDocument.Parse(await answer.Content.ReadAsStringAsync()).RootElement);
    }
}
