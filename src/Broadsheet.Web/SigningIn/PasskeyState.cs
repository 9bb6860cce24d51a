using Broadsheet.Web.Layout.Newsrooms;
using Microsoft.AspNetCore.DataProtection;

namespace Broadsheet.Web.SigningIn;

/// <summary>What a device was asked, kept in its own browser, under a key, until it answers; for a few minutes.</summary>
public sealed class PasskeyState(IDataProtectionProvider keys)
{
    private const string Cookie = "newsroom-passkey";

    private static readonly TimeSpan Longest = TimeSpan.FromMinutes(5);

    private ITimeLimitedDataProtector Protector => keys.CreateProtector("newsroom passkey").ToTimeLimitedDataProtector();

    public void Keep(HttpContext http, string? asked) => http.Response.Cookies.Append(Cookie, Protector.Protect(asked ?? "", Longest), Options(http));

    /// <returns>Null when nothing was asked, or too long ago.</returns>
    public string? Take(HttpContext http)
    {
        if (http.Request.Cookies[Cookie] is not { } text) return null;
        http.Response.Cookies.Delete(Cookie, Options(http));
        try { return Protector.Unprotect(text); }
        catch (System.Security.Cryptography.CryptographicException) { return null; }
    }

    private static CookieOptions Options(HttpContext http) => new() { Path = Newsroom.Root, HttpOnly = true, Secure = http.Request.IsHttps, SameSite = SameSiteMode.Strict, IsEssential = true };
}
