namespace Broadsheet.Web.Hosting;

/// <summary>The caches in front of the paper, which are told what changed (docs/operating/cdn.md).</summary>
/// <param name="Varnish">Where each Varnish listens; usually none.</param>
/// <param name="Longest">For how long they may keep a page that nobody has told them to drop.</param>
public sealed record CdnSettings(IReadOnlyList<Uri> Varnish, PurgeApi? Api, TimeSpan Longest)
{
    /// <exception cref="OperatorMistake">An address that is none, or a purge API without its token.</exception>
    public static CdnSettings Read(IConfiguration values) => new(
        [.. (values["Varnish"] ?? "").Split([' ', ','], StringSplitOptions.RemoveEmptyEntries).Select(text => Address("Cdn:Varnish", text))],
        PurgeApi.Read(values), LongestOf(values["MaxAge"]));

    internal static Uri Address(string name, string text) =>
        Uri.TryCreate(text, UriKind.Absolute, out var uri) && uri.Scheme is "http" or "https" && uri.UserInfo.Length == 0 ? uri
            : throw new OperatorMistake($"{name} is an address such as http://127.0.0.1:6081, without a password in it.");

    private static TimeSpan LongestOf(string? seconds)
    {
        if (seconds is null) return TimeSpan.FromDays(1);
        return int.TryParse(seconds, out var number) && number > 0 ? TimeSpan.FromSeconds(number) : throw new OperatorMistake($"Cdn:MaxAge is a number of seconds, not \"{seconds}\".");
    }
}

/// <summary>A CDN that is told by HTTP: POST, the names in Surrogate-Key, a token in a header (Fastly's way).</summary>
/// <param name="Header">In which header the token is sent.</param>
public sealed record PurgeApi(Uri Names, Uri All, string Header, string Token)
{
    public static PurgeApi? Read(IConfiguration values)
    {
        if (values["Purge"] is not { Length: > 0 } names) return null;
        if (values["PurgeAll"] is not { Length: > 0 } all) throw new OperatorMistake("Cdn:Purge needs Cdn:PurgeAll, the address that empties the whole cache.");
        if (values["Token"] is not { Length: > 0 } token) throw new OperatorMistake("Cdn:Purge needs Cdn:Token.");
        return new PurgeApi(CdnSettings.Address("Cdn:Purge", names), CdnSettings.Address("Cdn:PurgeAll", all), values["TokenHeader"] ?? "Fastly-Key", token);
    }

    /// <summary>The token stays out of every log.</summary>
    public override string ToString() => Names.ToString();
}
