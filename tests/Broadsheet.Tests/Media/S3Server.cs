using System.Diagnostics;
using System.Text.Json;
using Broadsheet.Import.Pictures.Stores;

namespace Broadsheet.Tests.Media;

/// <summary>An S3-compatible store of its own, on a port of its own, that checks signatures (s3rver from npm). Skips the test where bin/test has not fetched it.</summary>
public sealed class S3Server : IDisposable
{
    public const string Bucket = "paper", Key = "S3RVER", Secret = "S3RVER";
    private const string Suffix = "._S3rver_object";

    private readonly DirectoryInfo home = Directory.CreateTempSubdirectory("broadsheet-s3-");
    private Process? program;

    public S3Server() => Start();

    public Uri Endpoint { get; private set; } = new("http://127.0.0.1:0");

    public S3Place Place => new(Endpoint, Bucket, "eu-north-7", Key, Secret, PathStyle: true);

    /// <summary>Names in the bucket.</summary>
    public string[] Names => [.. Directory.GetFiles(Objects, "*" + Suffix, SearchOption.AllDirectories).Select(f => Path.GetRelativePath(Objects, f).Replace(Suffix, ""))];

    private string Objects => Path.Combine(home.FullName, Bucket);

    /// <summary>On the port that it had, with what it kept.</summary>
    public void Start()
    {
        var package = Path.Combine(Repository.Root, "tests", "Broadsheet.Tests", "node_modules", "@20minutes", "s3rver");
        if (!Directory.Exists(package)) Assert.Skip("there is no s3rver: bin/test fetches it from npm");
        // It ends when the tests do, however they end: with its standard input.
        var script = $"process.stdin.resume().on('end', process.exit); require({JsonSerializer.Serialize(package)} + '/lib/cli.js').parse(process.argv.slice(1), {{ from: 'user' }})";
        program = Process.Start(new ProcessStartInfo("node", ["-e", script, "--", "--silent", "--directory", home.FullName, "--address", "127.0.0.1", "--port", $"{Endpoint.Port}", "--configure-bucket", Bucket])
        {
            RedirectStandardInput = true, RedirectStandardOutput = true,
        })!;
        string? line;
        do line = program.StandardOutput.ReadLine();
        while (line is not null && !line.Contains("listening on "));
        Endpoint = new Uri("http://" + (line ?? throw new InvalidOperationException("s3rver did not start")).Split(' ')[^1]);
    }

    public void Lose(string name) => File.Delete(Path.Combine(Objects, name + Suffix));

    public void Stop()
    {
        program!.Kill();
        program.WaitForExit();
        program.Dispose();
        program = null;
    }

    public void Dispose()
    {
        if (program is not null) Stop();
        home.Delete(recursive: true);
    }
}
