namespace Broadsheet.Tests.Media;

/// <summary>A paper whose pictures are elsewhere than in its data folder.</summary>
public abstract class SharedPaper : Paper
{
    /// <summary>Names of all files in the store.</summary>
    public abstract IReadOnlyList<string> Names { get; }

    /// <summary>Takes a file away behind the paper's back.</summary>
    public abstract void Lose(string name);

    /// <summary>As when the machine that it stands on is gone.</summary>
    public abstract void StopStore();

    public abstract void StartStore();
}

/// <summary>Its pictures are in a folder that several nodes could share.</summary>
public sealed class FolderPaper : SharedPaper
{
    private string Share => Path.Combine(Folder, "..", "share");

    protected override Dictionary<string, string> Wishes => new() { ["Media:Folder"] = Share };

    public override IReadOnlyList<string> Names => [.. Directory.GetFiles(Share, "*", SearchOption.AllDirectories).Select(f => Path.GetRelativePath(Share, f))];

    public override void Lose(string name) => File.Delete(Path.Combine(Share, name));

    public override void StopStore() => Directory.Move(Share, Share + "-gone");

    public override void StartStore() => Directory.Move(Share + "-gone", Share);

    protected override void Prepare() => Directory.CreateDirectory(Share);
}

/// <summary>Its pictures are in an S3-compatible store.</summary>
public sealed class S3Paper : SharedPaper, IAsyncLifetime
{
    private readonly S3Server server = new();

    protected override Dictionary<string, string> Wishes => new()
    {
        ["Media:S3:Endpoint"] = $"{server.Endpoint}", ["Media:S3:Bucket"] = S3Server.Bucket, ["Media:S3:Key"] = S3Server.Key, ["Media:S3:Secret"] = S3Server.Secret,
    };

    public override IReadOnlyList<string> Names => server.Names;

    public override void Lose(string name) => server.Lose(name);

    public override void StopStore() => server.Stop();

    public override void StartStore() => server.Start();

    async ValueTask IAsyncDisposable.DisposeAsync()
    {
        await DisposeAsync();
        server.Dispose();
    }
}
