using System.Text.Json;
using Broadsheet.Data.Reading;
using Broadsheet.Domain.Articles;
using Broadsheet.Domain.Changes;
using Broadsheet.Web.Layout;

namespace Broadsheet.Web.Features.History;

/// <summary>/.well-known/revision-log: where the paper's log of everything published ends. Whoever keeps it can prove later that nothing before it was altered.</summary>
public static class ShowRevisionLog
{
    public const string Path = "/.well-known/revision-log";

    /// <summary>How a hash is made, for whoever wants to make it again.</summary>
    public const string Algorithm = "SHA-256 over the previous hash in hex and the canonical JSON (RFC 8785) of the revision; the first follows 64 zeros";

    private sealed record Last(long Id, string Hash, DateTime MadeAt);

    private static readonly Question<Last> Head = new("select id, hash, made_at from revision order by id desc limit 1", row => new(row.GetInt64(0), row.GetString(1), row.Time(2)));

    private static readonly Question<(long All, long Removed)> Count = new(
        "select (select count(*) from revision), (select count(*) from revision where tombstone is not null)", row => (row.GetInt64(0), row.GetInt64(1)));

    private static readonly JsonSerializerOptions Written = new(JsonSerializerOptions.Web) { WriteIndented = true, Encoder = System.Text.Encodings.Web.JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    public static void Map(IEndpointRouteBuilder routes) => routes.MapPages().MapGet(Path, Handle);

    internal static async Task<IResult> Handle(ReadingRoom room, Signet signet, CancellationToken stop)
    {
        var (head, count) = await room.AskAsync(async db => (await Head.FirstAsync(db, stop), await Count.FirstAsync(db, stop)), Names.RevisionLog);
        var log = new
        {
            id = head?.Id ?? 0, hash = head?.Hash ?? Revision.NoHash, count = count.All, made = head?.MadeAt, algorithm = Algorithm,
            removed = count.Removed, key = new { name = signet.Name, algorithm = Signet.Algorithm, publicKey = Convert.ToBase64String(signet.PublicKey) },
        };
        return Pages.Send(JsonSerializer.SerializeToUtf8Bytes(log, Written), "application/json");
    }
}
