using System.Security.Cryptography;
using System.Text;
using QRCoder;

namespace Broadsheet.Web.Features.Staff;

/// <summary>A key for an authenticator app, as the page shows it.</summary>
/// <param name="Text">In groups of four, to be typed.</param>
/// <param name="Link">The same for an app on this device.</param>
/// <param name="Size">Of the picture, in squares.</param>
/// <param name="Squares">The picture for a phone's camera: an SVG path of its dark squares.</param>
public sealed record AuthenticatorKey(string Text, string Link, int Size, string Squares)
{
    private const string Base32 = "ABCDEFGHIJKLMNOPQRSTUVWXYZ234567";

    /// <summary>160 bits.</summary>
    public static string Make() => RandomNumberGenerator.GetString(Base32, 32);

    public static AuthenticatorKey Of(string key, string email, string paper)
    {
        var link = $"otpauth://totp/{Uri.EscapeDataString(paper)}:{Uri.EscapeDataString(email)}?secret={key}&issuer={Uri.EscapeDataString(paper)}";
        using var picture = QRCodeGenerator.GenerateQrCode(link, QRCodeGenerator.ECCLevel.M);
        var (rows, squares) = (picture.ModuleMatrix, new StringBuilder());
        for (var y = 0; y < rows.Count; y++)
            for (var x = 0; x < rows[y].Count; x++)
                if (rows[y][x]) squares.Append(System.Globalization.CultureInfo.InvariantCulture, $"M{x} {y}h1v1h-1z");
        return new(string.Join(' ', key.Chunk(4).Select(group => new string(group))), link, rows.Count, squares.ToString());
    }
}
