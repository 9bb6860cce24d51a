using System.Net;

namespace Broadsheet.Import.Moving;

/// <summary>Asks the old site for files: its own hosts alone, whatever it redirects to, and never for more than can be printed.</summary>
internal sealed class OldSiteCaller(Fetching how, OldSite site) : IDisposable
{
    private const int MostHops = 5;

    private readonly HttpClient client = new(new SocketsHttpHandler { AllowAutoRedirect = false, UseCookies = false, AutomaticDecompression = DecompressionMethods.All, ConnectTimeout = TimeSpan.FromSeconds(15) })
    {
        Timeout = Timeout.InfiniteTimeSpan, DefaultRequestHeaders = { { "User-Agent", "Broadsheet (a move of this site)" }, { "Accept", "image/*" } },
    };

    /// <param name="Bytes">Null when there are none, for the reason.</param>
    /// <param name="IsSilent">The site did not answer, or not soundly: it may another time.</param>
    public sealed record Answer(byte[]? Bytes, string Reason = "", bool IsSilent = false);

    /// <summary>Once more where the site is silent.</summary>
    public async Task<Answer> GetAsync(Uri address, CancellationToken stop)
    {
        var answer = await TryAsync(address, stop);
        if (!answer.IsSilent) return answer;
        await Task.Delay(how.Pause, stop);
        return await TryAsync(address, stop);
    }

    public void Dispose() => client.Dispose();

    private async Task<Answer> TryAsync(Uri address, CancellationToken stop)
    {
        using var patience = CancellationTokenSource.CreateLinkedTokenSource(stop);
        patience.CancelAfter(how.Patience);
        try { return await FollowAsync(address, patience.Token); }
        catch (OperationCanceledException) when (!stop.IsCancellationRequested) { return new(null, "no answer in time", true); }
        catch (Exception fault) when (fault is HttpRequestException or IOException) { return new(null, $"no answer: {fault.Message}", true); }
    }

    private async Task<Answer> FollowAsync(Uri address, CancellationToken stop)
    {
        for (var hops = 0; hops <= MostHops; hops++)
        {
            if (!site.Answers(address)) return new(null, $"redirects to {address.GetLeftPart(UriPartial.Authority)}, which is not the old site");
            using var answer = await client.GetAsync(address, HttpCompletionOption.ResponseHeadersRead, stop);
            var status = (int)answer.StatusCode;
            if (status is >= 300 and < 400 && answer.Headers.Location is { } location) address = new Uri(address, location);
            else if (!answer.IsSuccessStatusCode) return new(null, $"answers {status}", status is >= 500 or 408 or 429);
            else return await ReadAsync(answer.Content, stop);
        }
        return new(null, "redirects without end");
    }

    private async Task<Answer> ReadAsync(HttpContent content, CancellationToken stop)
    {
        var tooLarge = new Answer(null, $"is larger than {how.LargestBytes >> 20} MB");
        if (content.Headers.ContentLength > how.LargestBytes) return tooLarge;
        await using var from = await content.ReadAsStreamAsync(stop);
        using var bytes = new MemoryStream();
        var block = new byte[1 << 16];
        for (int read; (read = await from.ReadAsync(block, stop)) > 0; bytes.Write(block, 0, read))
            if (bytes.Length + read > how.LargestBytes) return tooLarge;
        return new(bytes.ToArray());
    }
}
