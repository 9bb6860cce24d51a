namespace Broadsheet.Domain.Checks.Consistency;

/// <summary>What contradicts itself or the calendar within a piece, in the order in which it is told.</summary>
public static class ConsistencyChecks
{
    private static readonly Func<Sheet, IEnumerable<Finding>>[] All =
        [Names.Look, Weekdays.Look, Ages.Look, Totals.Look, Shares.Look, Votes.Look, HeadlineFigures.Look, Directions.Look, Years.Look, Money.Look, Repeats.Look, Marks.Look];

    public static IEnumerable<Finding> Look(Sheet sheet) => All.SelectMany(check => check(sheet));
}
