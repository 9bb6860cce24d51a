using System.Text;

namespace Broadsheet.Domain.Text;

/// <summary>
/// Walks over a text from word to word. Scripts written without spaces come as overlapping pairs of signs,
/// since nobody says where their words end. Half a surrogate pair counts as a space.
/// </summary>
internal struct WordScan(string text, bool breaksAtApostrophe)
{
    // Longer runs are data, not words; what is cut off must not make one megabyte a key of an index.
    private const int Longest = 64;

    private int start, end, resume;

    public readonly ReadOnlySpan<char> Current => text.AsSpan(start, end - start);

    public bool Next()
    {
        if (!FindStart()) return false;
        if (UnspacedAt(start)) TakePair(); else TakeWord();
        return true;
    }

    private bool FindStart()
    {
        for (start = resume; start < text.Length; start += RuneAt(start).Utf16SequenceLength)
            if (Signs.Begins(RuneAt(start))) return true;
        return false;
    }

    private void TakeWord()
    {
        for (end = resume = start; resume < text.Length && GoesOn(resume);)
        {
            resume += RuneAt(resume).Utf16SequenceLength;
            if (resume - start <= Longest) end = resume;
        }
    }

    private readonly bool GoesOn(int at)
    {
        var rune = RuneAt(at);
        if (Signs.Unspaced(rune)) return false;
        if (!Signs.IsApostrophe(text[at])) return Signs.Continues(rune);
        return !breaksAtApostrophe && at + 1 < text.Length && Rune.IsLetter(RuneAt(at + 1));
    }

    private void TakePair()
    {
        resume = end = SignEnd(start);
        if (!UnspacedAt(resume)) return;
        end = SignEnd(resume);
        if (!UnspacedAt(end)) resume = end;
    }

    private readonly bool UnspacedAt(int at) => at < text.Length && Signs.Unspaced(RuneAt(at));

    private readonly int SignEnd(int at)
    {
        var limit = Math.Min(text.Length, at + Longest / 2);
        do at += RuneAt(at).Utf16SequenceLength;
        while (at < limit && Signs.IsMark(RuneAt(at)));
        return at;
    }

    private readonly Rune RuneAt(int at) =>
        Rune.TryGetRuneAt(text, at, out var rune) ? rune : Rune.ReplacementChar;
}
