namespace Broadsheet.Import.Moving;

/// <summary>A file that cannot be an export of the engine that it is said to be of, and is not read further.</summary>
public sealed class NotAnExport(string why, Place at) : Exception(why)
{
    public Place At { get; } = at;
}
