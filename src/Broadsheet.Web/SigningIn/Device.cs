namespace Broadsheet.Web.SigningIn;

/// <summary>What somebody signs in with, in words by which they know it again.</summary>
public static class Device
{
    // In this order: each of the later ones is named by the earlier ones too.
    private static readonly (string Sign, string Name)[] Browsers = [("Edg", "Edge"), ("OPR/", "Opera"), ("Firefox/", "Firefox"), ("Chrome/", "Chrome"), ("Safari/", "Safari")];

    private static readonly (string Sign, string Name)[] Systems =
        [("iPhone", "iPhone"), ("iPad", "iPad"), ("Android", "Android"), ("Windows", "Windows"), ("Mac OS X", "Mac"), ("CrOS", "Chromebook"), ("Linux", "Linux")];

    public static string Named(string userAgent)
    {
        string? Known((string Sign, string Name)[] list) => list.FirstOrDefault(one => userAgent.Contains(one.Sign, StringComparison.Ordinal)).Name;
        return (Known(Browsers), Known(Systems)) switch
        {
            ({ } browser, { } system) => $"{browser} on {system}",
            var (browser, system) => browser ?? system ?? "an unknown device",
        };
    }
}
