using System.Text.Json;
using Broadsheet.Web.Hosting;

namespace Broadsheet.Tests.Media;

/// <summary>The start of a paper whose store is wrong or away.</summary>
public sealed class MediaCheckTests(S3Server server) : IClassFixture<S3Server>, IDisposable
{
    private readonly DirectoryInfo home = Directory.CreateTempSubdirectory("broadsheet-check-");

    public void Dispose() => home.Delete(recursive: true);

    [Fact]
    public async Task A_folder_that_is_not_there_ends_the_start() =>
        Assert.Equal((ExitCode.Refused, "", "broadsheet: Media: there is no folder /nowhere\n"), await ServeAsync(("Media:Folder", "/nowhere")));

    [Fact]
    public async Task A_secret_that_is_wrong_ends_the_start_and_is_not_told() =>
        Assert.Equal((ExitCode.Refused, "", $"broadsheet: Media: the bucket paper at {Endpoint} refused: 403 SignatureDoesNotMatch\n"), await ServeAsync(Store("HUSH-HUSH")));

    [Fact]
    public async Task A_store_that_does_not_answer_does_not_keep_the_paper_from_starting()
    {
        server.Stop();
        try
        {
            Write(Store("HUSH-HUSH"));
            using var serve = Program.Start("serve", "--urls", "http://127.0.0.1:0", "--data", home.FullName);
            var line = await serve.StandardOutput.ReadLineAsync().WaitAsync(TimeSpan.FromSeconds(30));
            serve.Kill();
            Assert.StartsWith("Broadsheet is at http://127.0.0.1:", line);
            Assert.Equal($"broadsheet: pictures: the bucket paper at {Endpoint}: Connection refused (127.0.0.1:{server.Endpoint.Port}); the paper starts without its pictures\n", await serve.StandardError.ReadToEndAsync());
        }
        finally { server.Start(); }
    }

    private string Endpoint => server.Endpoint.ToString().TrimEnd('/');

    private (string, string)[] Store(string secret) => [("Media:S3:Endpoint", Endpoint), ("Media:S3:Bucket", S3Server.Bucket), ("Media:S3:Key", S3Server.Key), ("Media:S3:Secret", secret)];

    private async Task<(int, string, string)> ServeAsync(params (string Name, string Value)[] settings)
    {
        Write(settings);
        var ran = await Program.RunAsync("serve", "--urls", "http://127.0.0.1:0", "--data", home.FullName);
        return (ran.ExitCode, ran.Output, ran.Talk);
    }

    private void Write((string Name, string Value)[] settings) =>
        File.WriteAllText(Path.Combine(home.FullName, Settings.FileName), JsonSerializer.Serialize(settings.ToDictionary(s => s.Name, s => s.Value)));
}
