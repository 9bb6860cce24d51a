using System.CommandLine;
using System.Text.Encodings.Web;
using System.Text.Json;
using Broadsheet.Domain.Related;
using Broadsheet.Web.Hosting;

namespace Broadsheet.Web.Features.ReadAlso;

/// <summary>broadsheet related: ranks articles of a file against each other, to measure Read also against a truth.</summary>
public static class RelatedVerb
{
    private const int Ranked = 10;

    private static readonly JsonSerializerOptions Json = new(JsonSerializerDefaults.Web) { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    private sealed record Line(string Id, string Title, string Body, DateTimeOffset? Date, string? Language, string[]? Tags);

    public static Command Make()
    {
        var articles = new Option<FileInfo>("--articles") { Description = "Articles, one JSON object a line: id, title, body and, where known, date, language, tags.", Required = true };
        var verb = new Command("related", "Ranks the articles of a file against each other and prints {\"id\", \"ranked\": [ids]} for each.") { articles };
        verb.SetAction((parsed, stop) => Edge.RunAsync(() => RunAsync(parsed.GetRequiredValue(articles), stop)));
        return verb;
    }

    private static async Task<int> RunAsync(FileInfo file, CancellationToken stop)
    {
        if (!file.Exists) throw new OperatorMistake($"there is no file {file.FullName}");
        using var index = new RelatedIndex();
        List<string> ids = [];
        var number = 0;
        await foreach (var text in File.ReadLinesAsync(file.FullName, stop))
        {
            number++;
            if (string.IsNullOrWhiteSpace(text)) continue;
            var line = Read(text, $"{file.Name}:{number}");
            ids.Add(line.Id);
            index.Put(new RelatedArticle(ids.Count, line.Title, line.Body, line.Language ?? "en", line.Date?.UtcDateTime, null, line.Tags));
        }
        await using var output = new StreamWriter(Console.OpenStandardOutput());
        for (var id = 1; id <= ids.Count; id++)
            await output.WriteLineAsync(JsonSerializer.Serialize(new { id = ids[id - 1], ranked = index.Nearest(id, Ranked).Select(l => ids[(int)l.Id - 1]) }, Json));
        return ExitCode.Done;
    }

    private static Line Read(string text, string place)
    {
        try
        {
            var line = JsonSerializer.Deserialize<Line>(text, Json);
            return line is { Id: not null, Title: not null, Body: not null } ? line : throw new OperatorMistake($"{place}: an article has id, title and body");
        }
        catch (JsonException fault) { throw new OperatorMistake($"{place}: {fault.Message}"); }
    }
}
