using Broadsheet.Bench.Desk;
using Broadsheet.Domain.Addresses;

namespace Broadsheet.Bench.Edits;

/// <summary>The lists in which an article may stand.</summary>
internal static class Places
{
    public static IEnumerable<string> Of(Piece piece) =>
    [
        "/", "/feed/", .. Sections(piece.Section), piece.Section + "feed/",
        .. piece.Topics.Select(t => $"/topics/{Slug.Of(t, "en")}/"), .. piece.Bylines.Select(b => $"/authors/{Slug.Of(b, "en")}/"),
    ];

    /// <summary>"/sport/rowing/" and "/sport/".</summary>
    public static IEnumerable<string> Sections(string section)
    {
        for (; section.Length > 1; section = section[..(section.TrimEnd('/').LastIndexOf('/') + 1)]) yield return section;
    }
}
