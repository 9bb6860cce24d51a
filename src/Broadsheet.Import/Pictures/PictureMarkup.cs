using System.Net;
using Broadsheet.Domain.Media;

namespace Broadsheet.Import.Pictures;

/// <summary>Addresses of a picture's copies, as they stand in pages.</summary>
public static class PictureMarkup
{
    public static string Source(long id, int width, int original) => $"/media/{id}/{Prints.Widths.First(w => w >= Math.Min(Math.Min(width, original), Prints.Widths[^1]))}.webp";

    public static string Sources(long id, int original) =>
        string.Join(", ", WidthsFor(original).Select(w => $"/media/{id}/{w}.webp {Math.Min(w, original)}w"));

    public static string Social(long id) => $"/media/{id}/social.jpg";

    /// <summary>A picture within the text.</summary>
    public static string Image(Picture picture, string alt) =>
        $"<img src=\"{Source(picture.Id, 800, picture.Width)}\" srcset=\"{Sources(picture.Id, picture.Width)}\" sizes=\"(min-width: 60em) 42em, 100vw\" width=\"{picture.Width}\" height=\"{picture.Height}\" alt=\"{WebUtility.HtmlEncode(alt)}\" loading=\"lazy\">";

    private static IEnumerable<int> WidthsFor(int original)
    {
        foreach (var width in Prints.Widths)
        {
            yield return width;
            if (width >= original) yield break;
        }
    }
}
