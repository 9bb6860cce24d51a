namespace Broadsheet.Domain.Changes;

/// <summary>One committed write, with the names of the things it touched ("article:42", "section:7", "front", "comments:42").</summary>
/// <param name="names">Separated by a space.</param>
public sealed class Change(DateTime at, string names)
{
    /// <summary>Grows with every change of the paper; a reader of changes remembers the last one it saw.</summary>
    public long Id { get; private set; }
    public DateTime At { get; private set; } = at;
    public string Names { get; private set; } = names;

    public static Change To(DateTime at, params IEnumerable<string> names) => new(at, string.Join(' ', names.Distinct()));
}
