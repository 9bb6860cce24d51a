using System.Net;
using Broadsheet.Web.Caching;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.Extensions.DependencyInjection;

namespace Broadsheet.Tests.Caching;

/// <summary>A paper that is asked from all over the world: who asks says in a header from which address, since every test comes from this machine.</summary>
public sealed class CrawledPaper : Paper
{
    public const int NewPagesAMinute = 5;

    private const string Address = "Test-Address";

    private int words;

    protected override Dictionary<string, string> Wishes => new() { ["Limits:NewPagesAMinute"] = $"{NewPagesAMinute}" };

    protected override void Insert(IServiceCollection services) => services.AddSingleton<IStartupFilter, Addresses>();

    /// <summary>Until it is disposed of, no crawler's page is drawn.</summary>
    public async Task<IDisposable> HoldCrawlersPressAsync() => await Part<PressRoom>().EnterAsync(asCrawler: true, default) ?? throw new InvalidOperationException("too many crawlers wait");

    /// <summary>A page that nobody has asked for.</summary>
    public string NewPage() => $"/search?q=word{Interlocked.Increment(ref words)}";

    public async Task<Said> AskAsync(Visitor visitor, string path)
    {
        using var request = new HttpRequestMessage(HttpMethod.Get, path);
        request.Headers.TryAddWithoutValidation("User-Agent", visitor.Agent);
        request.Headers.Add(Address, visitor.Address);
        using var answer = await Browser.SendAsync(request).WaitAsync(TimeSpan.FromSeconds(30));
        return new Said((int)answer.StatusCode, answer.Headers.RetryAfter is not null);
    }

    public sealed record Visitor(string Address, string Agent = "Mozilla/5.0 (X11; Linux x86_64; rv:140.0) Gecko/20100101 Firefox/140.0");

    /// <param name="WhenAgain">Whether it was said when to come again.</param>
    public sealed record Said(int Status, bool WhenAgain);

    private sealed class Addresses : IStartupFilter
    {
        public Action<IApplicationBuilder> Configure(Action<IApplicationBuilder> next) => app =>
        {
            app.Use((http, go) =>
            {
                if (http.Request.Headers[Address] is [{ } address]) http.Connection.RemoteIpAddress = IPAddress.Parse(address);
                return go(http);
            });
            next(app);
        };
    }
}
