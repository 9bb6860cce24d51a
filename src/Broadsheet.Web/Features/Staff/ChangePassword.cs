using Broadsheet.Data;
using Broadsheet.Data.Writing;
using Broadsheet.Domain;
using Broadsheet.Domain.Readers;
using Broadsheet.Domain.Staff;
using Broadsheet.Web.Hosting;
using Broadsheet.Web.Layout.Newsrooms;
using Broadsheet.Web.SigningIn;

namespace Broadsheet.Web.Features.Staff;

/// <summary>Somebody takes another password, showing that they know the old one. Other sessions end.</summary>
public static class ChangePassword
{
    public static void Map(IEndpointRouteBuilder newsroom) => newsroom.MapPost("/account/password", HandleAsync);

    internal static async Task<IResult> HandleAsync(IFormCollection sent, Account account, Credentials credentials, Visitor visitor, SignedIn me, NewsDb db, Seal seal, SiteSettings paper, TimeProvider clock, CancellationToken stop)
    {
        var (member, now) = (await account.MemberAsync(me, stop), clock.UtcNow());
        if (Password.FaultOf(sent["password"], member.Name, seal.Open(member.SealedEmail) ?? "", paper.Name) is { } fault) return await account.PageAsync(me, stop, fault);
        if (!await credentials.IsPasswordAsync(member, sent["current"].ToString(), stop)) return await account.PageAsync(me, stop, Refusal.Invalid("That is not your password.").At("current"));
        var hash = credentials.HashOf(sent["password"].ToString());
        await using var write = await Write.BesideOthersAsync(db, stop);
        member.TakePassword(hash);
        await Sessions.EndAllAsync(db, me.Id, now, stop, but: visitor.SessionId);
        db.Audit.Add(new AuditEntry(me, "changed their password", null, null, now));
        await write.CommitAsync(now, stop);
        return Account.Changed("password");
    }
}
