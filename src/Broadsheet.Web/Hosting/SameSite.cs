namespace Broadsheet.Web.Hosting;

/// <summary>Where a form came from, as far as the browser says. A reader's page is the same for everyone, so its forms carry no token of their own.</summary>
public static class SameSite
{
    public enum Origin { Ours, Foreign, Unsaid }

    public static Origin OriginOf(HttpRequest request)
    {
        if (request.Headers["Sec-Fetch-Site"].ToString() is { Length: > 0 } site) return site is "same-origin" or "none" ? Origin.Ours : Origin.Foreign;
        if (request.Headers.Origin.ToString() is not { Length: > 0 } origin) return Origin.Unsaid;
        return Uri.TryCreate(origin, UriKind.Absolute, out var uri) && uri.Authority == request.Host.Value ? Origin.Ours : Origin.Foreign;
    }
}
