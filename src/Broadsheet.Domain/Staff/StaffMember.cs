using System.Security.Cryptography;
using System.Text;
using Broadsheet.Domain.Readers;

namespace Broadsheet.Domain.Staff;

/// <summary>Somebody who can sign in. Who is dismissed stays on record, and cannot.</summary>
public sealed class StaffMember
{
    public const int LongestName = 80, MostTries = 5, RecoveryCodeCount = 10;

    // Without those that are taken for each other.
    private const string CodeLetters = "23456789abcdefghjkmnpqrstuvwxyz";

    public static readonly TimeSpan LockedFor = TimeSpan.FromMinutes(5);

    private StaffMember() { }

    public long Id { get; private set; }
    public string Name { get; private set; } = "";
    public Role Role { get; private set; }
    public byte[] SealedEmail { get; private set; } = [];
    public string Fingerprint { get; private set; } = "";

    /// <summary>Null: invited, and has not chosen one yet.</summary>
    public string? PasswordHash { get; private set; }

    /// <summary>The key of the authenticator app, sealed. There may be one that is not yet switched on.</summary>
    public byte[]? Authenticator { get; private set; }

    /// <summary>Whether the app's code is asked for at sign-in.</summary>
    public bool TwoFactor { get; private set; }

    /// <summary>A code lets in once.</summary>
    public string? LastCode { get; private set; }
    public string RecoveryCodes { get; private set; } = "";
    public int FailedCount { get; private set; }
    public DateTime? LockedUntil { get; private set; }

    /// <summary>The credit under which this person writes; null when there is none.</summary>
    public long? BylineId { get; private set; }
    public DateTime AddedAt { get; private set; }
    public DateTime? DismissedAt { get; private set; }

    public bool IsDismissed => DismissedAt is not null;

    public int RecoveryCodesLeft => RecoveryCodes.Split(' ', StringSplitOptions.RemoveEmptyEntries).Length;

    public static Result<StaffMember> Add(string? name, string? email, Role role, Seal seal, DateTime now)
    {
        List<Refusal> refusals = [];
        if (NameFault(name) is { } fault) refusals.Add(fault);
        email = email?.Trim() ?? "";
        if (!EmailAddress.IsOne(email)) refusals.Add(Refusal.Invalid("Write an e-mail address, such as name@example.org.").At("email"));
        if (refusals.Count > 0) return refusals;
        return new StaffMember { Name = name!.Trim(), Role = role, SealedEmail = seal.Close(email), Fingerprint = seal.Fingerprint(email), AddedAt = now };
    }

    public bool IsLocked(DateTime now) => LockedUntil > now;

    /// <summary>Counted before a password or code is looked at, so that guesses sent together count one by one.</summary>
    public void CountTry(DateTime now)
    {
        if (++FailedCount < MostTries) return;
        (FailedCount, LockedUntil) = (0, now + LockedFor);
    }

    /// <summary>The last one was right, but not all that is asked for.</summary>
    public void TakeTryBack() => (FailedCount, LockedUntil) = (LockedUntil is null ? Math.Max(0, FailedCount - 1) : MostTries - 1, null);

    /// <summary>All that was asked for was right.</summary>
    public void ForgetTries() => (FailedCount, LockedUntil) = (0, null);

    public Refusal? Rename(string? name)
    {
        if (NameFault(name) is { } fault) return fault;
        Name = name!.Trim();
        return null;
    }

    public void TakeRole(Role role) => Role = role;

    public void TakePassword(string hash) => PasswordHash = hash;

    public void WriteAs(long? bylineId) => BylineId = bylineId;

    public void Dismiss(DateTime now) => DismissedAt = now;

    /// <summary>Comes back after a dismissal, and chooses a password anew.</summary>
    public void Return(string name, Role role)
    {
        (Name, Role, DismissedAt) = (name, role, null);
        ForgetSecrets();
    }

    /// <summary>Whoever had the password, the app or a code has nothing any more.</summary>
    public void ForgetSecrets()
    {
        PasswordHash = null;
        SwitchCodesOff();
        ForgetTries();
    }

    public void PrepareCodes(byte[] sealedKey) => (Authenticator, TwoFactor) = (sealedKey, false);

    /// <returns>The recovery codes, to be shown this once.</returns>
    public IReadOnlyList<string> SwitchCodesOn(string codeUsed)
    {
        (TwoFactor, LastCode) = (true, codeUsed);
        return RenewRecoveryCodes();
    }

    public void SwitchCodesOff() => (Authenticator, TwoFactor, LastCode, RecoveryCodes) = (null, false, null, "");

    public void UseCode(string code) => LastCode = code;

    public IReadOnlyList<string> RenewRecoveryCodes()
    {
        List<string> codes = [.. Enumerable.Range(0, RecoveryCodeCount).Select(_ => RandomNumberGenerator.GetString(CodeLetters, 5) + "-" + RandomNumberGenerator.GetString(CodeLetters, 5))];
        RecoveryCodes = string.Join(' ', codes.Select(HashOf));
        return codes;
    }

    /// <returns>Whether it was one of the codes; it is none any more.</returns>
    public bool UseRecoveryCode(string code)
    {
        var (hash, left) = (HashOf(code), RecoveryCodes.Split(' ', StringSplitOptions.RemoveEmptyEntries).ToList());
        if (!left.Remove(hash)) return false;
        RecoveryCodes = string.Join(' ', left);
        return true;
    }

    // Fifty bits that nobody chose: a plain hash cannot be guessed backwards in the time that such a code lives.
    private static string HashOf(string code) =>
        Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(new string([.. code.ToLowerInvariant().Where(char.IsAsciiLetterOrDigit)]))));

    private static Refusal? NameFault(string? name) => name?.Trim() switch
    {
        null or "" => Refusal.Invalid("Write a name.").At("name"),
        { Length: > LongestName } => Refusal.Invalid("A name has at most {0} characters.", LongestName).At("name"),
        var text when text.Any(char.IsControl) => Refusal.Invalid("A name is one line of text.").At("name"),
        _ => null,
    };
}
