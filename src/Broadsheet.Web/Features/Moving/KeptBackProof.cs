using Broadsheet.Domain.Articles;
using Broadsheet.Domain.Text;
using Broadsheet.Web.Layout;
using Microsoft.EntityFrameworkCore;

namespace Broadsheet.Web.Features.Moving;

/// <summary>Can a piece that readers must not see be reached by its address, in any form, by its number, or by a search?</summary>
internal sealed class KeptBackProof(Inquiry inquiry)
{
    private const int SearchedWords = 6;

    private static readonly string[] Forms = ["", "text/", "feed/", "amp/", "embed/", "trackback/", "comment-page-1/", "page/2/", "feed/atom/"];

    private sealed record Piece(long Id, string Path, Copy Copy)
    {
        public string Url => Links.Encoded(Path);
    }

    private volatile byte[] front = [];

    /// <returns>How many there are.</returns>
    public Task<int> RunAsync() => inquiry.EachAsync(inquiry.RowsAsync(0L, (db, last) => db.WorkingCopies.AsNoTracking().Where(c => c.ArticleId > last).OrderBy(c => c.ArticleId)
        .Join(db.Articles.Where(a => a.RevisionId == null), c => c.ArticleId, a => a.Id, (c, a) => new Piece(a.Id, a.Path, c.Copy)), piece => piece.Id), LookAsync);

    private async Task LookAsync(Piece piece)
    {
        foreach (var address in Forms.Select(form => piece.Url + form)) await IsClosedAsync(piece, address);
        foreach (var query in new[] { $"p={piece.Id}", $"page_id={piece.Id}", $"p={piece.Id}&preview=true" }) await IsClosedAsync(piece, $"/?{query}");
        var search = $"/search?q={Uri.EscapeDataString(FirstWords(piece.Copy.Headline) + " " + FirstWords(piece.Copy.Body))}";
        if ((await inquiry.GetAsync(search)).Has($"href=\"{piece.Url}\"")) inquiry.Find(piece.Url, "is found by a search");
    }

    private async Task IsClosedAsync(Piece piece, string address)
    {
        var answer = await inquiry.GetAsync(address);
        if (answer.Location?.StartsWith(piece.Url, StringComparison.Ordinal) == true) inquiry.Find(address, "leads to a piece that is not public");
        if (answer.Status == 200 && !await IsFrontAsync(answer)) inquiry.Find(address, "shows something, where a piece is that is not public");
    }

    /// <summary>By a number that leads nowhere one sees the front, as it is at that moment.</summary>
    private async Task<bool> IsFrontAsync(Answer answer)
    {
        if (answer.Body.AsSpan().SequenceEqual(front)) return true;
        front = (await inquiry.GetAsync("/")).Body;
        return answer.Body.AsSpan().SequenceEqual(front);
    }

    private static string FirstWords(string html) => string.Join(' ', PlainText.Of(html).Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries).Take(SearchedWords));
}
