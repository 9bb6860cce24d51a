namespace Broadsheet.Data.Following;

/// <summary>A row of the record of changes, as a node has heard it.</summary>
internal sealed record Heard(long Id, DateTime At, string Names)
{
    /// <summary>Nothing was written yet.</summary>
    public static readonly Heard Nothing = new(0, default, "");
}
