using Broadsheet.Web.Features.Serving;
using Microsoft.AspNetCore.Builder;

namespace Broadsheet.Tests.Caching;

/// <summary>Another program with the same paper, which has no room to keep a page in and draws each anew: the judge of what the first has in memory.</summary>
public sealed class SecondProgram : IAsyncDisposable
{
    private readonly WebApplication program;
    private readonly HttpClient browser;

    private SecondProgram(WebApplication program)
    {
        this.program = program;
        browser = new(new SocketsHttpHandler { AllowAutoRedirect = false, UseCookies = false }) { BaseAddress = new Uri(program.Urls.First()) };
    }

    public static async Task<SecondProgram> OpenAsync(Paper paper)
    {
        var program = await ClockInsertion.WithAsync(paper.Clock, () => Newspaper.OpenAsync(paper.Settings with { CacheBytes = 1 }, "http://127.0.0.1:0", demo: false, default));
        await program.StartAsync();
        return new SecondProgram(program);
    }

    public Task<List<Sheet>> DrawAsync(IReadOnlyList<string> pages) => Sheet.ReadAsync(browser, pages);

    public async ValueTask DisposeAsync()
    {
        browser.Dispose();
        await program.DisposeAsync();
    }
}
