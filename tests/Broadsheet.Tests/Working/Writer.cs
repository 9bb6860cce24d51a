using System.Net.Http.Json;
using System.Text.Json;
using Broadsheet.Domain.Staff;

namespace Broadsheet.Tests.Working;

/// <summary>Somebody of the staff with an article open, as the writing page's script would have it.</summary>
internal sealed class Writer(Paper paper, Tests.Desk desk, long article)
{
    private readonly string sitting = Guid.NewGuid().ToString("n");

    public long Article => article;
    public Tests.Desk Desk => desk;
    public string Page => $"/newsroom/articles/{article}";

    /// <summary>What the script has as the base of its next save.</summary>
    public JsonElement Base { get; private set; }
    public JsonElement Sheet { get; private set; }

    public static async Task<Writer> BeginAsync(Paper paper, Role role = Role.Editor)
    {
        var desk = await paper.SignInAsync(role);
        using var started = await desk.PostAsync("/newsroom/", "/newsroom/articles/");
        Assert.Equal(303, (int)started.StatusCode);
        return await new Writer(paper, desk, long.Parse(started.Headers.Location!.OriginalString.Split('/')[^1])).OpenAsync();
    }

    public static async Task<Writer> OpenAsync(Paper paper, long article, Role role = Role.Editor) => await new Writer(paper, await paper.SignInAsync(role), article).OpenAsync();

    /// <summary>The page is loaded, perhaps again.</summary>
    public async Task<Writer> OpenAsync()
    {
        var begin = JsonDocument.Parse((await desk.PageAsync(Page)).GetElementById("article")!.TextContent).RootElement;
        (Base, Sheet) = (begin.GetProperty("base"), begin.GetProperty("sheet"));
        return this;
    }

    /// <summary>Sends the text with some fields changed, and takes over what comes back as the script does.</summary>
    /// <returns>Status and answer.</returns>
    public async Task<(int Status, JsonElement Answer)> SaveAsync(params (string Field, object? Value)[] changed)
    {
        var sheet = JsonSerializer.Deserialize<Dictionary<string, object?>>(Sheet)!;
        foreach (var (field, value) in changed) sheet[field] = value;
        using var answer = await desk.SendAsync(HttpMethod.Put, $"{Page}/copy", new { @base = Base, sitting, sheet });
        var read = await answer.Content.ReadFromJsonAsync<JsonElement>();
        if ((int)answer.StatusCode == 200)
        {
            Sheet = read.GetProperty("sheet") is { ValueKind: JsonValueKind.Object } merged ? merged : JsonSerializer.SerializeToElement(sheet);
            Base = JsonSerializer.SerializeToElement(new { number = read.GetProperty("head").GetInt32() });
        }
        return ((int)answer.StatusCode, read);
    }

    public async Task WriteAsync(params (string Field, object? Value)[] changed)
    {
        var (status, answer) = await SaveAsync(changed);
        Assert.True(status == 200, $"{status}: {answer}");
    }

    /// <summary>Sends a form of the page, as it stands there now.</summary>
    /// <returns>The status; 303 when it was taken.</returns>
    public async Task<int> SendAsync(string form, params (string Name, string Value)[] typed)
    {
        // The same fields as for publishing, sent elsewhere by another button.
        if (form == "schedule") return await ScheduleAsync(typed);
        using var answer = await desk.PostAsync(Page, $"{Page}/{form}", typed);
        return (int)answer.StatusCode;
    }

    private async Task<int> ScheduleAsync((string Name, string Value)[] typed)
    {
        var number = (await desk.PageAsync(Page)).QuerySelector("form.publishing input[name=number]")!.GetAttribute("value")!;
        using var answer = await desk.SendAsync(HttpMethod.Post, $"{Page}/schedule", content: new FormUrlEncodedContent([new("number", number), .. typed.Select(t => KeyValuePair.Create(t.Name, t.Value))]));
        return (int)answer.StatusCode;
    }

    public Task<int> StepAsync(string step) => SendAsync("steps", ("step", step));

    public async Task<string> PublishAsync()
    {
        Assert.Equal(303, await SendAsync("publication"));
        return await paper.AskAsync(async db => (await db.Articles.FindAsync(article))!.Path);
    }
}
