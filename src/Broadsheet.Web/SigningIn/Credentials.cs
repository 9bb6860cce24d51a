using Broadsheet.Data;
using Broadsheet.Data.Writing;
using Broadsheet.Domain;
using Broadsheet.Domain.Readers;
using Broadsheet.Domain.Staff;
using Microsoft.AspNetCore.Identity;
using Microsoft.EntityFrameworkCore;

namespace Broadsheet.Web.SigningIn;

/// <summary>Whether a password, a code of an authenticator app or a recovery code is somebody's. Wrong ones count, and lock the account for a while.</summary>
public sealed class Credentials(NewsDb db, Seal seal, UserManager<StaffMember> codes, IPasswordHasher<StaffMember> hasher, TimeProvider clock)
{
    // For addresses that nobody has: an answer that came sooner would tell them apart from those that somebody has.
    private static string? decoy;

    public string HashOf(string password) => hasher.HashPassword(null!, password);

    /// <returns>Null when it is nobody's, and for a locked account; the answer takes as long in every case.</returns>
    public async Task<StaffMember?> ByPasswordAsync(string email, string password, CancellationToken stop)
    {
        var fingerprint = seal.Fingerprint(email);
        var member = await db.Staff.SingleOrDefaultAsync(m => m.Fingerprint == fingerprint && m.DismissedAt == null && m.PasswordHash != null, stop);
        if (member is null || !await MayTryAsync(member, stop))
        {
            hasher.VerifyHashedPassword(null!, decoy ??= HashOf(Guid.NewGuid().ToString()), password);
            return null;
        }
        var verdict = hasher.VerifyHashedPassword(member, member.PasswordHash!, password);
        if (verdict == PasswordVerificationResult.SuccessRehashNeeded) member.TakePassword(HashOf(password));
        return await JudgeAsync(member, verdict != PasswordVerificationResult.Failed, member.TwoFactor, stop) ? member : null;
    }

    /// <summary>Whether somebody who is signed in knows their password; wrong ones count as they do at the door.</summary>
    public async Task<bool> IsPasswordAsync(StaffMember member, string password, CancellationToken stop) =>
        member.PasswordHash is { } hash && await MayTryAsync(member, stop) && await JudgeAsync(member, hasher.VerifyHashedPassword(member, hash, password) != PasswordVerificationResult.Failed, moreIsAsked: false, stop);

    /// <param name="code">Six digits of the app, or a recovery code, which is used up.</param>
    public async Task<bool> IsCodeAsync(StaffMember member, string code, CancellationToken stop)
    {
        if (!member.TwoFactor || !await MayTryAsync(member, stop)) return false;
        code = code.Replace(" ", "", StringComparison.Ordinal);
        var right = code != member.LastCode && await codes.VerifyTwoFactorTokenAsync(member, TokenOptions.DefaultAuthenticatorProvider, code);
        if (right) member.UseCode(code);
        return await JudgeAsync(member, right || member.UseRecoveryCode(code), moreIsAsked: false, stop);
    }

    // Counted, alone, before anything is looked at: guesses that come together are counted one by one.
    private async Task<bool> MayTryAsync(StaffMember member, CancellationToken stop)
    {
        var now = clock.UtcNow();
        await using var write = await Write.AloneAsync(db, stop);
        await db.Entry(member).ReloadAsync(stop);
        if (member.IsDismissed || member.IsLocked(now)) return false;
        member.CountTry(now);
        await write.CommitAsync(now, stop);
        return true;
    }

    /// <param name="moreIsAsked">Then the count of wrong tries stands: else a right password would allow any number of codes.</param>
    private async Task<bool> JudgeAsync(StaffMember member, bool right, bool moreIsAsked, CancellationToken stop)
    {
        var now = clock.UtcNow();
        await using var write = await Write.BesideOthersAsync(db, stop);
        if (right && moreIsAsked) member.TakeTryBack();
        else if (right) member.ForgetTries();
        else if (member.IsLocked(now)) db.Audit.Add(new AuditEntry(null, "locked an account", null, $"{member.Name}: {StaffMember.MostTries} wrong tries", now));
        await write.CommitAsync(now, stop);
        return right;
    }
}
