namespace Broadsheet.Tests;

/// <summary>A paper that shows every reply at once and does not mind how fast they come.</summary>
public sealed class OpenPaper : Paper
{
    protected override Dictionary<string, string> Wishes => new() { ["Comments:Hold"] = "never", ["Comments:Flood"] = "off" };
}
