using Broadsheet.Domain.Articles;
using Broadsheet.Domain.Checks;
using Broadsheet.Domain.Checks.Consistency;
using Broadsheet.Domain.Checks.Publishing;

namespace Broadsheet.Import.Checks;

/// <summary>All checks of one piece of copy. The same copy and facts always give the same findings, in the same order.</summary>
public static class CopyDeskCheck
{
    /// <summary>The gravest first; what is equally grave in the order of the piece.</summary>
    public static IReadOnlyList<Finding> Findings(Copy copy, CheckFacts facts)
    {
        var sheet = new Sheet(copy, BodyReader.Read(copy.Body), facts);
        return [.. PublishChecks.Look(sheet).Concat(ConsistencyChecks.Look(sheet)).DistinctBy(f => (f.Kind, f.Place, f.ToString())).OrderByDescending(f => f.Severity).ThenBy(f => f.Place.Paragraph)];
    }
}
