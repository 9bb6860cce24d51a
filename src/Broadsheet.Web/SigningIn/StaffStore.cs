using System.Globalization;
using Broadsheet.Data;
using Broadsheet.Domain.Readers;
using Broadsheet.Domain.Staff;
using Microsoft.AspNetCore.Identity;
using Microsoft.EntityFrameworkCore;

namespace Broadsheet.Web.SigningIn;

/// <summary>
/// What the framework's sign-in code asks of the paper's staff: it checks codes of authenticator apps and passkeys. It only asks;
/// what changes is changed by the slices, through <see cref="StaffMember"/>.
/// </summary>
internal sealed class StaffStore(NewsDb db, Seal seal) : IUserAuthenticatorKeyStore<StaffMember>, IUserPasskeyStore<StaffMember>
{
    public Task<StaffMember?> FindByIdAsync(string userId, CancellationToken stop) =>
        long.TryParse(userId, out var id) ? db.Staff.SingleOrDefaultAsync(m => m.Id == id && m.DismissedAt == null, stop) : Task.FromResult<StaffMember?>(null);

    public Task<StaffMember?> FindByNameAsync(string normalizedUserName, CancellationToken stop)
    {
        var fingerprint = seal.Fingerprint(normalizedUserName);
        return db.Staff.SingleOrDefaultAsync(m => m.Fingerprint == fingerprint && m.DismissedAt == null, stop);
    }

    public Task<string> GetUserIdAsync(StaffMember user, CancellationToken stop) => Task.FromResult(user.Id.ToString(CultureInfo.InvariantCulture));
    public Task<string?> GetUserNameAsync(StaffMember user, CancellationToken stop) => Task.FromResult<string?>(user.Name);
    public Task<string?> GetNormalizedUserNameAsync(StaffMember user, CancellationToken stop) => Task.FromResult<string?>(user.Fingerprint);
    public Task<string?> GetAuthenticatorKeyAsync(StaffMember user, CancellationToken stop) => Task.FromResult(user.Authenticator is { } box ? seal.Open(box) : null);

    public async Task<IList<UserPasskeyInfo>> GetPasskeysAsync(StaffMember user, CancellationToken stop) =>
        [.. (await db.Passkeys.AsNoTracking().Where(k => k.StaffId == user.Id).OrderBy(k => k.Id).ToListAsync(stop)).Select(InfoOf)];

    public Task<StaffMember?> FindByPasskeyIdAsync(byte[] credentialId, CancellationToken stop) =>
        db.Passkeys.Where(k => k.Credential == credentialId).Join(db.Staff, k => k.StaffId, m => m.Id, (k, m) => m).SingleOrDefaultAsync(m => m.DismissedAt == null, stop);

    public async Task<UserPasskeyInfo?> FindPasskeyAsync(StaffMember user, byte[] credentialId, CancellationToken stop) =>
        await db.Passkeys.AsNoTracking().SingleOrDefaultAsync(k => k.StaffId == user.Id && k.Credential == credentialId, stop) is { } key ? InfoOf(key) : null;

    public void Dispose() { }

    Task IUserStore<StaffMember>.SetUserNameAsync(StaffMember user, string? userName, CancellationToken stop) => throw OnlyAsked();
    Task IUserStore<StaffMember>.SetNormalizedUserNameAsync(StaffMember user, string? normalizedName, CancellationToken stop) => throw OnlyAsked();
    Task<IdentityResult> IUserStore<StaffMember>.CreateAsync(StaffMember user, CancellationToken stop) => throw OnlyAsked();
    Task<IdentityResult> IUserStore<StaffMember>.UpdateAsync(StaffMember user, CancellationToken stop) => throw OnlyAsked();
    Task<IdentityResult> IUserStore<StaffMember>.DeleteAsync(StaffMember user, CancellationToken stop) => throw OnlyAsked();
    Task IUserAuthenticatorKeyStore<StaffMember>.SetAuthenticatorKeyAsync(StaffMember user, string key, CancellationToken stop) => throw OnlyAsked();
    Task IUserPasskeyStore<StaffMember>.AddOrUpdatePasskeyAsync(StaffMember user, UserPasskeyInfo passkey, CancellationToken stop) => throw OnlyAsked();
    Task IUserPasskeyStore<StaffMember>.RemovePasskeyAsync(StaffMember user, byte[] credentialId, CancellationToken stop) => throw OnlyAsked();

    private static UserPasskeyInfo InfoOf(Passkey key) => new(
        key.Credential, key.PublicKey, key.AddedAt, (uint)key.SignCount, key.Transports.Split(' ', StringSplitOptions.RemoveEmptyEntries), key.IsVerified, key.MayBeBackedUp, key.IsBackedUp, key.Attestation, key.ClientData)
        { Name = key.Name };

    private static NotSupportedException OnlyAsked() => new("The staff is changed by the paper's own slices.");
}
