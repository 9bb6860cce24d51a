namespace Broadsheet.Domain.Staff;

/// <summary>Which role may do what: the whole table.</summary>
public static class Rights
{
    private static readonly Dictionary<Role, HashSet<Right>> Table = new()
    {
        [Role.Reporter] = [Right.Write, Right.AddMedia],
        [Role.Editor] = [Right.Write, Right.AddMedia, Right.WriteAny, Right.Approve, Right.Publish, Right.Correct, Right.Withdraw, Right.ArrangeFront, Right.KeepMedia],
        [Role.Moderator] = [Right.Moderate],
        [Role.Publisher] = [.. Enum.GetValues<Right>()],
    };

    public static bool Has(this Role role, Right right) => Table[role].Contains(right);
}
