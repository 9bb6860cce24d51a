namespace Broadsheet.Bench.Exports;

/// <summary>How many of each kind must come over, by the table of docs/operating/moving.md and in the words of the report.</summary>
public sealed class Totals
{
    private readonly SortedDictionary<string, int> counts = new(StringComparer.Ordinal);

    public IReadOnlyDictionary<string, int> Counts => counts;

    public void Add(ExportItem item)
    {
        if (item.Type is not ("post" or "page") || item.Status is "auto-draft" or "inherit") return;
        var isPublic = item is { Status: "publish", Password: "" };
        Count(isPublic ? $"{item.Type}s published" : $"{item.Type}s kept from readers ({StateOf(item.Status)})");
        if (isPublic) foreach (var reply in item.Replies) Count($"comments {FateOf(reply)}");
    }

    private static string StateOf(string status) => status switch
    {
        "publish" => "protected", "future" => "scheduled", "trash" => "trashed", "pending" or "private" => status, _ => "draft",
    };

    private static string FateOf(ExportReply reply) => reply switch
    {
        { Type: not ("comment" or "") } => $"kept back ({reply.Type})",
        { Approved: "1" } => "visible",
        { Approved: "0" } => "waiting",
        _ => $"kept back ({reply.Approved})",
    };

    private void Count(string kind) => counts[kind] = counts.GetValueOrDefault(kind) + 1;
}
