using System.Text.RegularExpressions;

namespace Broadsheet.Import.Moving;

/// <summary>What a picture of the old site is called: its path from the folder of uploads on, decoded. Whatever host a post names (a CDN's, one that makes sizes), it is the same picture.</summary>
internal static partial class UploadName
{
    // WordPress' and Ghost's.
    private static readonly string[] Folders = ["/wp-content/uploads/", "/content/images/"];

    /// <summary>Of the picture that was uploaded; sizes that the engine made of it ("-300x200") are the same one. Null for an address that is none.</summary>
    public static string? Of(string address) => Shown(address) is { } name ? Resized().Replace(Sized().Replace(name, "$1"), "/content/images/") : null;

    /// <summary>Of the size that the address names.</summary>
    public static string? Shown(string address)
    {
        if (OnFilesHost().Match(address) is { Success: true } files) address = Folders[0] + files.Groups[1].Value;
        var at = Folders.Select(folder => address.IndexOf(folder, StringComparison.Ordinal)).Max();
        if (at < 0) return null;
        // Scripts that make sizes are given the picture in their query.
        var ends = address.AsSpan(0, at).Contains('?') ? new[] { '&', '#' } : ['?', '#'];
        var name = Uri.UnescapeDataString(address[at..].Split(ends)[0]);
        // An address may try to lead out of the folder.
        return name.Any(char.IsControl) || name.Split('/').Contains("..") ? null : name;
    }

    /// <summary>"2015/03/boat.jpg".</summary>
    public static string Within(string name) => name[FolderOf(name).Length..];

    public static string FolderOf(string name) => Folders.First(folder => name.StartsWith(folder, StringComparison.Ordinal));

    // WordPress.com keeps uploads on a host of their own.
    [GeneratedRegex(@"^(?:https?:)?//[a-z0-9-]+\.files\.wordpress\.com/(\d{4}/\d\d/.+)$", RegexOptions.IgnoreCase)]
    private static partial Regex OnFilesHost();

    [GeneratedRegex(@"^/content/images/size/[^/]+/(?:format/[^/]+/)?")]
    private static partial Regex Resized();

    [GeneratedRegex(@"(?:-\d{1,5}x\d{1,5}|-scaled)(\.[A-Za-z0-9]+)$")]
    private static partial Regex Sized();
}
