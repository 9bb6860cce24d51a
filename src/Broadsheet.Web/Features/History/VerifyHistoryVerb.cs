using System.CommandLine;
using System.Text.Json;
using Broadsheet.Data;
using Broadsheet.Data.Publishing;
using Broadsheet.Domain.Articles;
using Broadsheet.Web.Hosting;

namespace Broadsheet.Web.Features.History;

/// <summary>broadsheet verify-history [--head HASH|FILE]: proves that nothing that was published has been altered, removed or put elsewhere.</summary>
public static class VerifyHistoryVerb
{
    private const int MillisecondsBetweenLines = 2000;

    public static Command Make()
    {
        var head = new Option<string?>("--head") { Description = "The end of the log as you kept it earlier: a file saved from /.well-known/revision-log, or a hash." };
        var json = new Option<bool>("--json") { Description = "Prints the result as JSON, for scripts." };
        var verb = new Command("verify-history", "Proves that nothing that was published has been altered since.") { head, json };
        Flags.AddTo(verb);
        verb.SetAction((parsed, stop) => Edge.RunAsync(() => RunAsync(parsed.GetValue(head), parsed.GetValue(json), Flags.Settings(parsed), stop)));
        return verb;
    }

    private static async Task<int> RunAsync(string? head, bool json, Settings settings, CancellationToken stop)
    {
        var kept = head is null ? null : await KeptAsync(head, stop);
        await using var paper = await Paper.OpenAsync(settings, stop);
        var result = await new LogProof(paper.ServiceProvider.GetRequiredService<NewsDb>(), paper.ServiceProvider.GetRequiredService<Signet>(), kept).RunAsync(Telling(), stop);
        Console.WriteLine(json ? Json(result) : Words(result, kept));
        return result.Fault is null ? ExitCode.Done : ExitCode.Refused;
    }

    private static async Task<LogProof.Kept> KeptAsync(string head, CancellationToken stop)
    {
        if (IsHash(head)) return new(null, head.ToLowerInvariant());
        if (!File.Exists(head)) throw new OperatorMistake($"--head is a hash of 64 hex digits or a file saved from {ShowRevisionLog.Path}; there is no file \"{head}\"", ExitCode.WrongUsage);
        try
        {
            using var file = JsonDocument.Parse(await File.ReadAllTextAsync(head, stop));
            if (file.RootElement is { ValueKind: JsonValueKind.Object } root && root.TryGetProperty("id", out var id) && id.TryGetInt64(out var number)
                && root.TryGetProperty("hash", out var hash) && hash.ValueKind == JsonValueKind.String && IsHash(hash.GetString()!)) return new(number, hash.GetString()!);
        }
        catch (Exception fault) when (fault is JsonException or InvalidOperationException) { /* told below */ }
        throw new OperatorMistake($"{head} was not saved from {ShowRevisionLog.Path}: it has no id and no hash", ExitCode.WrongUsage);
    }

    private static bool IsHash(string text) => text.Length == 64 && text.All(char.IsAsciiHexDigit);

    private static Action<long> Telling()
    {
        var next = Environment.TickCount64 + MillisecondsBetweenLines;
        return count =>
        {
            if (Environment.TickCount64 < next) return;
            next = Environment.TickCount64 + MillisecondsBetweenLines;
            Console.Error.WriteLine($"{count} revisions checked");
        };
    }

    private static string Words(LogProof.Result result, LogProof.Kept? kept)
    {
        var removed = result.Removed == 0 ? "" : $"{result.Removed} removed for a legal reason, each with the paper's signature\n";
        if (result.Fault is { } fault) return $"revision {fault.Revision}: {fault.What}\n{removed}{result.Count} revisions before it are as they were published";
        return $"{result.Count} revisions, none altered, missing or elsewhere\n{removed}{(kept is null ? "" : "the head that was kept is in it\n")}the last is {result.Head.Id}, {result.Head.Hash}";
    }

    private static string Json(LogProof.Result result) => JsonSerializer.Serialize(new
    {
        ok = result.Fault is null, count = result.Count, id = result.Head.Id, hash = result.Head.Hash, removed = result.Removed,
        fault = result.Fault is { } fault ? new { revision = fault.Revision, what = fault.What } : null,
    }, JsonSerializerOptions.Web);
}
