using System.Text;
using System.Text.RegularExpressions;

namespace Broadsheet.Domain.Checks.Consistency;

/// <summary>Whether two spellings are likely one name: they sound the same, or one letter slipped where no ending changes.</summary>
internal static partial class Spelling
{
    private const int LongEnough = 5, LongSurname = 6;

    public static bool AreOneFirstName(string a, string b)
    {
        if (SoundsOf(a) == SoundsOf(b)) return true;
        // A first name's ending says whether a man or a woman is meant: Simon and Simone, Maria and Marie.
        return Math.Min(a.Length, b.Length) >= LongEnough && char.ToLowerInvariant(a[^1]) == char.ToLowerInvariant(b[^1]) && a[0] == b[0] && !(GivenNames.Has(a) && GivenNames.Has(b)) && IsSlip(a, b, endsAlike: 1);
    }

    public static bool AreOneSurname(string a, string b)
    {
        if (IsInflected(a, b)) return false;
        if (SoundsOf(a) == SoundsOf(b)) return true;
        return Math.Min(a.Length, b.Length) >= LongSurname && a[0] == b[0] && IsSlip(a, b, endsAlike: 0);
    }

    /// <summary>A surname without a first name beside it says less about who is meant: only what sounds the same, or has its letters swapped or doubled, is one.</summary>
    public static bool SoundAlike(string a, string b) => !IsInflected(a, b) && (SoundsOf(a) == SoundsOf(b) || a.Length >= LongEnough && a[0] == b[0] && Swapped(a, b));

    private static bool IsInflected(string a, string b)
    {
        var (longer, shorter) = a.Length >= b.Length ? (a, b) : (b, a);
        return longer.StartsWith(shorter, StringComparison.OrdinalIgnoreCase) && longer[shorter.Length..].ToLowerInvariant() is "s" or "es" or "n" or "en" or "e" or "er" or "in" or "sche" or "a" or "o";
    }

    /// <summary>One letter more, less, another or two swapped.</summary>
    private static bool IsSlip(string a, string b, int endsAlike)
    {
        (a, b) = (a.ToLowerInvariant(), b.ToLowerInvariant());
        if (a == b) return false;
        var start = 0;
        while (start < Math.Min(a.Length, b.Length) && a[start] == b[start]) start++;
        var end = 0;
        while (end < Math.Min(a.Length, b.Length) - start && a[^(end + 1)] == b[^(end + 1)]) end++;
        if (end < endsAlike) return false;
        var (restA, restB) = (a.Length - start - end, b.Length - start - end);
        return restA <= 1 && restB <= 1 || Swapped(a, b);
    }

    private static bool Swapped(string a, string b)
    {
        if (a.Length != b.Length) return false;
        (a, b) = (a.ToLowerInvariant(), b.ToLowerInvariant());
        var start = 0;
        while (start < a.Length && a[start] == b[start]) start++;
        return start + 1 < a.Length && a[start] == b[start + 1] && a[start + 1] == b[start] && a[(start + 2)..] == b[(start + 2)..];
    }

    /// <summary>Letters that are written in several ways for one sound become one.</summary>
    private static string SoundsOf(string name)
    {
        var text = new StringBuilder(name.ToLowerInvariant().Normalize(NormalizationForm.FormD));
        for (var at = text.Length - 1; at >= 0; at--) if (text[at] is >= '\u0300' and <= '\u036F' or '\'' or '’' or '-') text.Remove(at, 1);
        foreach (var (from, to) in Sounds) text.Replace(from, to);
        var sound = Doubled().Replace(text.ToString(), "$1");
        // Unstressed vowels in the middle: Katherine, Katharine, Kathrine.
        return sound.Length > 5 ? sound[..3] + Middle().Replace(sound[3..^3], "") + sound[^3..] : sound;
    }

    private static readonly (string From, string To)[] Sounds =
    [
        ("ß", "ss"), ("ph", "f"), ("pf", "f"), ("th", "t"), ("dt", "t"), ("ck", "k"), ("sch", "sh"), ("chr", "kr"), ("cha", "ca"), ("aye", "ei"), ("eye", "ei"), ("eyer", "eier"), ("ay", "ei"), ("ey", "ei"), ("ai", "ei"), ("y", "i"), ("ie", "i"), ("ei", "i"),
        ("ca", "ka"), ("co", "ko"), ("cu", "ku"), ("cl", "kl"), ("cr", "kr"), ("ah", "a"), ("oh", "o"), ("eh", "e"), ("uh", "u"), ("nne", "nn"), ("ae", "e"), ("oe", "o"), ("ue", "u"), ("ste", "ste"), ("tch", "ch"),
    ];

    [GeneratedRegex(@"(\p{L})\1+")]
    private static partial Regex Doubled();

    [GeneratedRegex("[ae]")]
    private static partial Regex Middle();
}
