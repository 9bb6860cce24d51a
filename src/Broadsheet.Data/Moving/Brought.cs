namespace Broadsheet.Data.Moving;

/// <summary>Something that came over from another engine, so that it does not come twice.</summary>
/// <param name="source">What the paper remembers the old site by: its address.</param>
/// <param name="kind"><see cref="Article"/> or <see cref="Comment"/>.</param>
/// <param name="digest">Of what was read of it.</param>
/// <param name="revision">The number of the article's revision that was made of it; 0: of none.</param>
public sealed class Brought(string source, string kind, long oldId, long newId, string digest, int revision)
{
    public const string Article = "article", Comment = "comment";

    public string Source { get; private set; } = source;
    public string Kind { get; private set; } = kind;
    public long OldId { get; private set; } = oldId;
    public long NewId { get; private set; } = newId;
    public string Digest { get; private set; } = digest;
    public int Revision { get; private set; } = revision;

    public void Read(string digest, int revision) => (Digest, Revision) = (digest, revision);
}
