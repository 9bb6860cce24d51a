using Broadsheet.Domain.Addresses;

namespace Broadsheet.Web.Layout;

/// <summary>Addresses as they stand in pages.</summary>
public static class Links
{
    /// <summary>Percent-encodes a decoded path, keeping its slashes.</summary>
    public static string Encoded(string path) => AddressText.Encoded(path);

    public static string Topic(string slug) => AddressText.Topic(slug);

    public static string Author(string slug) => AddressText.Author(slug);

    public static string Story(string slug) => $"/stories/{Uri.EscapeDataString(slug)}/";

    public static string Page(string path, int number, string name = "page") => number == 1 ? path : $"{path}?{name}={number}";
}
