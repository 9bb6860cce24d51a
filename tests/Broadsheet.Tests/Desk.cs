using System.Net;
using System.Net.Http.Json;
using AngleSharp.Dom;
using AngleSharp.Html.Parser;
using Broadsheet.Domain;
using Broadsheet.Domain.Readers;
using Broadsheet.Domain.Staff;
using Broadsheet.Web.Features.Staff;
using Broadsheet.Web.Layout.Newsrooms;
using Broadsheet.Web.SigningIn;
using Microsoft.AspNetCore.Identity;

namespace Broadsheet.Tests;

/// <summary>A member of the staff in front of a browser of their own: it keeps cookies, fetches pages, and sends forms with what the page gave them.</summary>
public sealed class Desk : IDisposable
{
    public const string Password = "a heron on the quay";

    private static readonly Lazy<string> Hash = new(() => new PasswordHasher<StaffMember>(SigningInParts.Hashing).HashPassword(null!, Password));

    private readonly CookieContainer cookies = new();

    private Desk(Paper paper, SignedIn me, string email)
    {
        (Me, Email) = (me, email);
        Browser = new(new SocketsHttpHandler { AllowAutoRedirect = false, CookieContainer = cookies }) { BaseAddress = new Uri(paper.Url), Timeout = TimeSpan.FromMinutes(1) };
        Browser.DefaultRequestHeaders.Add("Accept", "text/html");
        Browser.DefaultRequestHeaders.Add("User-Agent", "Mozilla/5.0 (X11; Linux x86_64; rv:140.0) Gecko/20100101 Firefox/140.0");
    }

    public SignedIn Me { get; }
    public string Email { get; }

    /// <summary>Follows no redirect; keeps cookies.</summary>
    public HttpClient Browser { get; }

    public CookieCollection Cookies => cookies.GetCookies(new Uri(Browser.BaseAddress!, Newsroom.Root + "/"));

    /// <summary>Somebody new on the staff, with <see cref="Password"/>, who has not signed in.</summary>
    public static async Task<Desk> HireAsync(Paper paper, Role role, string? name = null)
    {
        var email = $"staff-{Guid.NewGuid():n}@example.org";
        var added = StaffMember.Add(name ?? $"{role} {email[6..10]}", email, role, paper.Part<Seal>(), paper.Clock.UtcNow()).Value;
        added.TakePassword(Hash.Value);
        await paper.AskAsync(db => { db.Add(added); return db.SaveChangesAsync(); });
        return new Desk(paper, new SignedIn(added.Id, added.Name, role), email);
    }

    /// <summary>The browser of somebody who is not on the staff.</summary>
    public static Desk Stranger(Paper paper) => new(paper, new SignedIn(0, "", Role.Reporter), "");

    /// <summary>Another browser of the same person, not signed in.</summary>
    public Desk OtherBrowser(Paper paper) => new(paper, Me, Email);

    public async Task<HttpResponseMessage> SignInAsync(string? password = null, string to = "/newsroom/account/") =>
        await PostAsync($"/newsroom/sign-in?to={Uri.EscapeDataString(to)}", "/newsroom/sign-in", ("email", Email), ("password", password ?? Password));

    /// <exception cref="Xunit.Sdk.XunitException">The answer is none of 200.</exception>
    public async Task<IDocument> PageAsync(string path)
    {
        using var answer = await Browser.GetAsync(path);
        Assert.Equal((path, 200), (path, (int)answer.StatusCode));
        return new HtmlParser().ParseDocument(await answer.Content.ReadAsStringAsync());
    }

    public async Task<int> StatusAsync(string path)
    {
        using var answer = await Browser.GetAsync(path);
        return (int)answer.StatusCode;
    }

    /// <summary>Opens a page, fills in the form on it that posts to an address, and sends it. Hidden fields, and what stands in the others, go along as a browser would have it.</summary>
    /// <param name="action">The form's; where several post to it, the first.</param>
    public async Task<HttpResponseMessage> PostAsync(string page, string action, params (string Name, string Value)[] typed)
    {
        var form = (await PageAsync(page)).QuerySelectorAll("form").FirstOrDefault(f => f.GetAttribute("action") == action) ?? throw new InvalidOperationException($"{page} has no form for {action}");
        List<KeyValuePair<string, string>> fields = [.. Given(form).Where(given => typed.All(t => t.Name != given.Key)), .. typed.Select(t => KeyValuePair.Create(t.Name, t.Value))];
        return await Browser.PostAsync(action, new FormUrlEncodedContent(fields));
    }

    /// <summary>As a script of the newsroom sends: JSON (or other content), with the token of the page as a header.</summary>
    public async Task<HttpResponseMessage> SendAsync(HttpMethod method, string path, object? json = null, HttpContent? content = null)
    {
        using var request = new HttpRequestMessage(method, path) { Content = content ?? (json is null ? null : JsonContent.Create(json)) };
        request.Headers.Add(Newsroom.TokenHeader, await TokenAsync());
        request.Headers.Add("Sec-Fetch-Dest", "empty");
        return await Browser.SendAsync(request);
    }

    /// <summary>As the page's meta element gives it to scripts.</summary>
    public async Task<string> TokenAsync() => (await PageAsync("/newsroom/account/")).QuerySelector("meta[name=newsroom-token]")!.GetAttribute("content")!;

    public void Dispose() => Browser.Dispose();

    private static IEnumerable<KeyValuePair<string, string>> Given(IElement form)
    {
        foreach (var field in form.QuerySelectorAll("input[name], textarea[name], select[name]"))
        {
            if (field.GetAttribute("type") is "checkbox" or "radio" && !field.HasAttribute("checked")) continue;
            var value = field switch
            {
                { LocalName: "textarea" } => field.TextContent,
                { LocalName: "select" } => (field.QuerySelector("option[selected]") ?? field.QuerySelector("option"))?.GetAttribute("value") ?? "",
                _ => field.GetAttribute("value") ?? "",
            };
            yield return KeyValuePair.Create(field.GetAttribute("name")!, value);
        }
    }
}

public static class DeskExtensions
{
    /// <summary>Somebody new on the staff, signed in: <c>using var editor = await paper.SignInAsync(Role.Editor);</c></summary>
    public static async Task<Desk> SignInAsync(this Paper paper, Role role, string? name = null)
    {
        var desk = await Desk.HireAsync(paper, role, name);
        using var answer = await desk.SignInAsync();
        Assert.Equal(303, (int)answer.StatusCode);
        return desk;
    }
}
