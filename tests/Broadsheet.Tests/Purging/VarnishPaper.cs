using Broadsheet.Web.Features.ReadAlso;
using Microsoft.EntityFrameworkCore;

namespace Broadsheet.Tests.Purging;

/// <summary>A paper behind Varnish. Without Varnish on the machine, every test that looks through it is skipped.</summary>
public class VarnishPaper : Paper
{
    private VarnishProcess? varnish;
    private HttpClient? reader;

    public VarnishProcess Varnish
    {
        get
        {
            if (VarnishProcess.Missing is { } reason) Assert.Skip(reason);
            return varnish!;
        }
    }

    /// <summary>Somebody who reads through Varnish and takes no packed pages.</summary>
    public HttpClient Reader => Varnish is null ? null! : reader!;

    public int Port => new Uri(Url).Port;

    protected override Dictionary<string, string> Wishes => new() { ["Comments:Hold"] = "never", ["Comments:Flood"] = "off", ["Cdn:Varnish"] = varnish?.Url ?? "", ["Theme:Folder"] = Theme };

    /// <summary>A copy of the theme that a test may change.</summary>
    public string Theme => Path.Combine(Folder, "theme");

    protected override void Prepare()
    {
        foreach (var file in Directory.EnumerateFiles(Path.Combine(Repository.Root, "themes", "broadsheet"), "*", SearchOption.AllDirectories))
        {
            var copy = Path.Combine(Theme, Path.GetRelativePath(Path.Combine(Repository.Root, "themes", "broadsheet"), file));
            Directory.CreateDirectory(Path.GetDirectoryName(copy)!);
            File.Copy(file, copy);
        }
        if (VarnishProcess.Missing is null) varnish = new VarnishProcess();
    }

    public override async ValueTask InitializeAsync()
    {
        await base.InitializeAsync();
        varnish?.Fetch(Port);
        reader = NewReader();
    }

    public override async ValueTask DisposeAsync()
    {
        reader?.Dispose();
        await base.DisposeAsync();
        varnish?.Dispose();
        GC.SuppressFinalize(this);
    }

    public HttpClient NewReader() => new(new SocketsHttpHandler { AllowAutoRedirect = false, UseCookies = false, UseProxy = false }) { BaseAddress = new Uri(varnish?.Url ?? Url) };

    /// <summary>One answer through Varnish.</summary>
    /// <param name="headers">Name and value by turns.</param>
    public async Task<Seen> SeeAsync(string path, params string[] headers)
    {
        using var request = new HttpRequestMessage(HttpMethod.Get, path);
        foreach (var pair in headers.Chunk(2)) request.Headers.TryAddWithoutValidation(pair[0], pair[1]);
        using var answer = await Reader.SendAsync(request);
        return new Seen((int)answer.StatusCode, await answer.Content.ReadAsStringAsync(), answer.Headers.Concat(answer.Content.Headers).ToDictionary(h => h.Key, h => string.Join(", ", h.Value), StringComparer.OrdinalIgnoreCase));
    }

    /// <summary>Nothing is left to be told: what Varnish fetches from now on, it keeps until the next change.</summary>
    public async Task SettledAsync()
    {
        // Which other articles an article names is worked out beside; that would drop its page too.
        await Part<ReadAlsoDesk>().CatchUpAsync(default);
        await Soon.Async(async () => await AskAsync(db => db.Purged.AllAsync(p => !p.Faltering && p.ChangeId == db.Changes.Max(c => c.Id))));
    }

    /// <summary>The page lies in Varnish when this returns, and stays there until the next change.</summary>
    public async Task KeptAsync(string path)
    {
        await SettledAsync();
        await Soon.Async(async () => (await SeeAsync(path)).FromVarnish);
    }

    public sealed record Seen(int Status, string Text, Dictionary<string, string> Headers)
    {
        public string this[string header] => Headers.GetValueOrDefault(header, "");

        public bool FromVarnish => this["Cache-Status"].Contains("varnish; hit");
    }
}
