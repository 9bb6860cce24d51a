namespace Broadsheet.Domain.Addresses;

/// <summary>An address of the site that the paper was brought over from, and where it leads today.</summary>
/// <param name="path">Decoded, NFC; with the query where that is what matters: "/?p=12".</param>
/// <param name="target">A path of ours, encoded as it stands in a header.</param>
public sealed class OldAddress(string path, string target)
{
    public string Path { get; private set; } = path;
    public string Target { get; private set; } = target;

    public void LeadTo(string target) => Target = target;
}
