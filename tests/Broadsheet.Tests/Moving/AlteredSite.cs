using System.Net;
using System.Text;

namespace Broadsheet.Tests.Moving;

/// <summary>The running paper, as a browser would see it if one of its pages were wrong.</summary>
/// <param name="status">200: the page that is there, or else an empty one, altered.</param>
internal sealed class AlteredSite(string address, HttpStatusCode status, Func<string, string> alter) : DelegatingHandler(new SocketsHttpHandler { AllowAutoRedirect = false, UseCookies = false })
{
    protected override async Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken stop)
    {
        var answer = await base.SendAsync(request, stop);
        if (request.RequestUri!.PathAndQuery != address) return answer;
        var (text, type) = (answer.IsSuccessStatusCode ? await answer.Content.ReadAsStringAsync(stop) : "", answer.Content.Headers.ContentType?.MediaType ?? "text/html");
        return new(status) { Content = new StringContent(alter(text), Encoding.UTF8, type) };
    }
}
