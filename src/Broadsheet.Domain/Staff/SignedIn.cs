namespace Broadsheet.Domain.Staff;

/// <summary>Who acts: a member of the staff, as the request knows them.</summary>
/// <param name="Name">As colleagues know them.</param>
public sealed record SignedIn(long Id, string Name, Role Role)
{
    public bool May(Right right) => Role.Has(right);
}
