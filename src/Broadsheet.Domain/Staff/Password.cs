namespace Broadsheet.Domain.Staff;

/// <summary>What can be a password: long, and none of those that are tried first. No rules about signs: they make passwords that are easy to guess and hard to keep in mind.</summary>
public static class Password
{
    public const int Shortest = 12, Longest = 200;

    private const int FewestDifferentSigns = 6;

    // What the most common long passwords are made of, once digits and signs around it are gone.
    private static readonly HashSet<string> Common =
    [
        "password", "passwort", "passphrase", "passw", "passwordpassword", "qwerty", "qwertyui", "qwertyuiop", "qwertzuiop", "qwertyqwerty", "azertyuiop", "asdfghjkl", "qwertyuiopasdfghjkl", "zxcvbnm", "letmein",
        "letmeinplease", "welcome", "welcomewelcome", "welcomehome", "iloveyou", "iloveyousomuch", "admin", "administrator", "adminadmin", "changeme", "changemenow", "secret", "topsecret", "trustno", "monkey", "dragon",
        "sunshine", "princess", "football", "baseball", "superman", "batman", "starwars", "whatever", "nothing", "computer", "internet", "abcdefghijkl", "abcdefghijklm", "abcdefghijklmnopqrstuvwxyz", "correcthorsebatterystaple",
        "newspaper", "newsroom", "newsdesk", "broadsheet", "journalist", "journalism", "publisher", "editor", "reporter", "headline", "headlines", "breakingnews", "wordpress", "default", "temporary", "testtesttest", "test", "login",
    ];

    // In the order in which people press them.
    private static readonly string[] Runs = ["01234567890123456789", "98765432109876543210", "abcdefghijklmnopqrstuvwxyz", "qwertyuiopasdfghjklzxcvbnm", "1q2w3e4r5t6y7u8i9o0p", "1qaz2wsx3edc4rfv5tgb6yhn7ujm"];

    /// <param name="own">What others know of this person and the paper: name, address, the paper's name.</param>
    /// <returns>Null when it can be one.</returns>
    public static Refusal? FaultOf(string? password, params IEnumerable<string> own)
    {
        password ??= "";
        if (password.Length < Shortest) return Refusal.Invalid("A password has at least {0} characters. A few words in a row are easy to keep in mind.", Shortest).At("password");
        if (password.Length > Longest) return Refusal.Invalid("A password has at most {0} characters.", Longest).At("password");
        return IsCommon(password) || IsOwn(password, own) ? Refusal.Invalid("This password is among those that are guessed first. Take another one.").At("password") : null;
    }

    private static bool IsCommon(string password)
    {
        var plain = Plain(password);
        var core = plain.Trim("0123456789!?.,-_#*+$@ ".ToCharArray());
        return plain.Distinct().Count() < FewestDifferentSigns || core.Length < 3 || Common.Contains(core) || Common.Contains(Letters(core)) || Runs.Any(run => run.Contains(plain, StringComparison.Ordinal));
    }

    private static bool IsOwn(string password, IEnumerable<string> own)
    {
        string[] spelled = [Letters(password.ToLowerInvariant()), Letters(Plain(password))];
        return own.SelectMany(word => new[] { word, word.Split('@')[0] }).Select(word => Letters(word.ToLowerInvariant())).Where(word => word.Length > 3)
            .Any(word => spelled.Any(text => text.Contains(word, StringComparison.Ordinal) && text.Replace(word, "", StringComparison.Ordinal).Length < 4));
    }

    // Signs that stand for letters do not make another word of it.
    private static string Plain(string password) => password.Trim().ToLowerInvariant().Replace('@', 'a').Replace('$', 's').Replace('€', 'e');

    private static string Letters(string text) => new([.. text.Replace('0', 'o').Replace('1', 'i').Replace('3', 'e').Replace('4', 'a').Replace('5', 's').Where(char.IsLetter)]);
}
