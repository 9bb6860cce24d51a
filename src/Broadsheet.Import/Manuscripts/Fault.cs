namespace Broadsheet.Import.Manuscripts;

/// <summary>What is wrong in a manuscript, and where.</summary>
/// <param name="Line">From 1; 0 when it concerns the whole file.</param>
/// <param name="Field">The front-matter field, or null.</param>
public sealed record Fault(string File, int Line, string? Field, string Message)
{
    public override string ToString() =>
        $"{File}{(Line > 0 ? $":{Line}" : "")}: {(Field is null ? "" : Field + ": ")}{Message}";
}
