namespace Broadsheet.Domain.Addresses;

/// <summary>Addresses that pages of the paper itself have: no article and no section may stand there.</summary>
public static class Reserved
{
    private static readonly HashSet<string> Paths = ["/corrections/", "/corrections/feed/", "/feed/", "/search/", "/sitemaps/", "/newsroom/"];

    /// <param name="path">Decoded.</param>
    public static bool Holds(string path) => Paths.Contains(path);

    public static Refusal Refuse(string path) => Refusal.Conflict("The address {0} belongs to a page of the paper itself.", path);
}
