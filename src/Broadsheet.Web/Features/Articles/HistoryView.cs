using Broadsheet.Data.Reading;
using Broadsheet.Domain.Articles;
using Broadsheet.Domain.Text;
using Broadsheet.Web.Layout;

namespace Broadsheet.Web.Features.Articles;

/// <summary>What an article's page says of its history: how many versions there are, and what somebody who read an earlier one should be told.</summary>
/// <param name="Number">Of the version on the page; it is also how many there are.</param>
/// <param name="Matters">The last version that brought a material change or a notice; 0 when none did since the first.</param>
/// <param name="Reason">What that was, shortened.</param>
public sealed record HistoryView(string Url, int Number, int Matters, string? Reason)
{
    private const int LongestReason = 160;

    internal static async Task<HistoryView> OfAsync(Piece piece, ReadingRoom room, CancellationToken stop)
    {
        var url = Links.Encoded(piece.Path) + "?history";
        if (piece.RevisionNumber == 1) return new(url, 1, 0, null);
        var last = (await History.Version.AllAsync(piece.Id, room, stop)).LastOrDefault(e => e.Matters);
        return new(url, piece.RevisionNumber, last?.Number ?? 0, last?.Reason is { } reason ? PlainText.Shorten(reason, LongestReason) : null);
    }
}
