using System.Text.Json;
using AngleSharp.Dom;
using AngleSharp.Html.Parser;
using Broadsheet.Data;
using Broadsheet.Domain.Articles;
using Broadsheet.Domain.Comments;
using Broadsheet.Import.Manuscripts;
using Broadsheet.Web.Features.ReadAlso;
using Broadsheet.Web.Features.Serving;
using Broadsheet.Web.Hosting;
using Microsoft.AspNetCore.Builder;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace Broadsheet.Tests;

/// <summary>The real program over a data folder and a database of its own. Made once for a class of tests; each test makes its own articles.</summary>
public class Paper : IAsyncLifetime
{
    private readonly DirectoryInfo home = Directory.CreateTempSubdirectory("broadsheet-paper-");
    private PaperDatabase database = null!;
    private WebApplication program = null!;

    /// <summary>Europe/Berlin, so that a time shown in UTC by mistake is seen.</summary>
    public const string Zone = "Europe/Berlin";
    public const string Name = "The Test Gazette";

    public PaperClock Clock { get; } = new();
    public Settings Settings { get; private set; } = null!;
    public string Folder => Path.Combine(home.FullName, "data");

    /// <summary>Without a slash at the end.</summary>
    public string Url => program.Urls.First().TrimEnd('/');

    /// <summary>Follows no redirect and keeps no cookie.</summary>
    public HttpClient Browser { get; private set; } = null!;

    /// <summary>What broadsheet.json says beyond the paper's name and zone.</summary>
    protected virtual Dictionary<string, string> Wishes => [];

    /// <summary>Called before the paper opens, for a class that needs more in place.</summary>
    protected virtual void Prepare() { }

    /// <summary>What a class brings into the program that no test can have otherwise.</summary>
    protected virtual void Insert(IServiceCollection services) { }

    public virtual async ValueTask InitializeAsync()
    {
        database = await PaperDatabase.MakeAsync();
        Directory.CreateDirectory(Folder);
        Prepare();
        Dictionary<string, string> file = new(Wishes) { ["Site:Name"] = Name, ["Site:TimeZone"] = Zone };
        if (database.Connection is { } connection) file["Database"] = connection;
        await File.WriteAllTextAsync(Path.Combine(Folder, Settings.FileName), JsonSerializer.Serialize(file));
        Settings = Settings.Read(Folder, null);
        program = await ClockInsertion.WithAsync(Clock, () => Newspaper.OpenAsync(Settings, "http://127.0.0.1:0", demo: false, default), Insert);
        await program.StartAsync();
        Browser = NewBrowser();
    }

    public virtual async ValueTask DisposeAsync()
    {
        Browser.Dispose();
        await program.DisposeAsync();
        await database.DisposeAsync();
        home.Delete(recursive: true);
        GC.SuppressFinalize(this);
    }

    public HttpClient NewBrowser() => new(new SocketsHttpHandler { AllowAutoRedirect = false, UseCookies = false }) { BaseAddress = new Uri(Url), Timeout = TimeSpan.FromMinutes(1) };

    /// <summary>The same services as the program's, for what a test has to ask behind its back.</summary>
    public async Task<T> AskAsync<T>(Func<NewsDb, Task<T>> question)
    {
        await using var scope = program.Services.CreateAsyncScope();
        return await question(scope.ServiceProvider.GetRequiredService<NewsDb>());
    }

    public IServiceProvider Services => program.Services;

    public WebApplication App => program;

    public T Part<T>() where T : notnull => program.Services.GetRequiredService<T>();

    /// <summary>Writes a manuscript into the folder and says where; nothing is published.</summary>
    /// <param name="fields">Further lines of front matter.</param>
    public string Manuscript(string headline, string body = "The council met in the town hall.", string section = "town", params string[] fields)
    {
        var desk = Directory.CreateDirectory(Path.Combine(home.FullName, "desk")).FullName;
        var file = Path.Combine(desk, $"{Guid.NewGuid():n}.md");
        File.WriteAllText(file, $"---\nheadline: {JsonSerializer.Serialize(headline)}\nsection: {section}\n{string.Concat(fields.Select(f => f + "\n"))}---\n\n{body}\n");
        return file;
    }

    public async Task<Piece> PublishAsync(string headline, string body = "The council met in the town hall.", string section = "town", params string[] fields) =>
        Assert.Single(await PublishFilesAsync(Manuscript(headline, body, section, fields)));

    /// <summary>The way that the verb goes, inside the running program. It waits for the lists of Read also, which would drop pages a moment later.</summary>
    public async Task<List<Piece>> PublishFilesAsync(params string[] files)
    {
        await using var scope = program.Services.CreateAsyncScope();
        var pieces = await PublishWithAsync(scope.ServiceProvider, files);
        using var patience = new CancellationTokenSource(TimeSpan.FromSeconds(20));
        await Part<ReadAlsoDesk>().CatchUpAsync(patience.Token);
        return pieces;
    }

    /// <summary>The way that the verb goes, in a program of its own beside the running one.</summary>
    public async Task<Piece> PublishElsewhereAsync(string headline, string body = "The council met in the town hall.", string section = "town", params string[] fields)
    {
        await using var other = await Web.Hosting.Paper.OpenAsync(Settings, default);
        return Assert.Single(await PublishWithAsync(other.ServiceProvider, Manuscript(headline, body, section, fields)));
    }

    /// <summary>Runs a verb on this paper within the test; the exit code comes back.</summary>
    public Task<int> VerbAsync(params string[] words) => Program.VerbAsync([.. words, "--data", Folder]);

    public async Task WithdrawAsync(Piece piece, string reason = "It was not so.") =>
        Assert.Equal(ExitCode.Done, await VerbAsync("withdraw", piece.Path, "--reason", reason));

    public async Task<string> TextAsync(string path)
    {
        using var answer = await Browser.GetAsync(path);
        Assert.Equal(200, (int)answer.StatusCode);
        return await answer.Content.ReadAsStringAsync();
    }

    public async Task<IDocument> PageAsync(string path) => new HtmlParser().ParseDocument(await TextAsync(path));

    public async Task<int> StatusAsync(string path)
    {
        using var answer = await Browser.GetAsync(path);
        return (int)answer.StatusCode;
    }

    /// <summary>Fills in the form as the article's page gives it and sends it as a browser would.</summary>
    public async Task<HttpResponseMessage> SendAsync(Reply reply, string origin = "same-origin", HttpClient? browser = null)
    {
        var page = await PageAsync(reply.To.Path);
        Dictionary<string, string> fields = new()
        {
            ["article"] = $"{reply.To.Id}", ["parent"] = $"{reply.Parent}", ["author"] = reply.Author, ["email"] = reply.Email, ["website"] = reply.Website, ["body"] = reply.Body,
            ["stamp"] = reply.Stamp ?? page.QuerySelector("input[name=stamp]")?.GetAttribute("value") ?? "",
        };
        if (reply.Remember) fields["remember"] = "1";
        if (reply.Again) fields["again"] = "1";
        using var request = new HttpRequestMessage(HttpMethod.Post, "/comments") { Content = new FormUrlEncodedContent(fields) };
        if (origin.Length > 0) request.Headers.Add("Sec-Fetch-Site", origin);
        return await (browser ?? Browser).SendAsync(request);
    }

    /// <summary>A reply that the paper takes; its number comes back.</summary>
    public async Task<long> CommentAsync(Piece to, string body, string author = "Ann Reader", string? email = null, long? parent = null)
    {
        using var answer = await SendAsync(new Reply(to, body) { Author = author, Email = email ?? Reply.SomeAddress(), Parent = parent });
        Assert.Equal(303, (int)answer.StatusCode);
        return await AskAsync(db => db.Comments.Where(c => c.ArticleId == to.Id).MaxAsync(c => c.Id));
    }

    public Task<List<Comment>> CommentsOnAsync(Piece piece) => AskAsync(db => db.Comments.Where(c => c.ArticleId == piece.Id).OrderBy(c => c.Id).ToListAsync());

    private static async Task<List<Piece>> PublishWithAsync(IServiceProvider services, params string[] files)
    {
        var reader = services.GetRequiredService<ManuscriptReader>();
        var read = files.Select(reader.Read).ToList();
        Assert.Empty(read.SelectMany(r => r.Faults));
        var outcome = await services.GetRequiredService<ManuscriptDesk>().PublishAsync([.. read.Select(r => r.Manuscript!)], default);
        Assert.Empty(outcome.Faults);
        var db = services.GetRequiredService<NewsDb>();
        List<Piece> pieces = [];
        foreach (var (published, manuscript) in outcome.Articles.Zip(read))
            pieces.Add(new Piece(await db.Articles.Where(a => a.Path == published.Path).Select(a => a.Id).SingleAsync(), published.Path, manuscript.Manuscript!.Headline, published.Revision));
        return pieces;
    }
}

/// <summary>A published article, as a test knows it.</summary>
public sealed record Piece(long Id, string Path, string Headline, int Revision)
{
    /// <summary>As it stands in pages.</summary>
    public string Url => string.Join('/', Path.Split('/').Select(Uri.EscapeDataString));
}

/// <summary>What a reader types below an article. Each has an address of their own unless the test says which.</summary>
public sealed record Reply(Piece To, string Body)
{
    public string Author { get; init; } = "Ann Reader";
    public string Email { get; init; } = SomeAddress();
    public string Website { get; init; } = "";
    public long? Parent { get; init; }
    public bool Again { get; init; }
    public bool Remember { get; init; }

    /// <summary>Null = the one that the page gave.</summary>
    public string? Stamp { get; init; }

    public static string SomeAddress() => $"reader-{Guid.NewGuid():n}@example.org";
}
