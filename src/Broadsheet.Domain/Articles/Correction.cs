using System.Text.Json.Serialization;

namespace Broadsheet.Domain.Articles;

/// <summary>What a notice at an article is. Stored by name.</summary>
[JsonConverter(typeof(JsonStringEnumConverter<CorrectionKind>))]
public enum CorrectionKind
{
    /// <summary>Something was wrong.</summary>
    Correction,

    /// <summary>Something could be misunderstood.</summary>
    Clarification,

    /// <summary>Something has happened since.</summary>
    Update,
    EditorsNote,

    /// <summary>The paper no longer stands by the piece, which stays to be read.</summary>
    Retraction,
}

/// <summary>A dated notice that tells readers of an article what was wrong, unclear or new. Once issued it stays: every later revision carries it.</summary>
/// <param name="At">UTC.</param>
/// <param name="Text">Plain; its line breaks are shown.</param>
public sealed record Correction(CorrectionKind Kind, DateTime At, string Text)
{
    public const int LongestText = 2000;

    /// <summary>Such a notice stands above the text and not below.</summary>
    public bool IsGrave => Kind is CorrectionKind.Retraction or CorrectionKind.EditorsNote;

    public static Result<Correction> Write(CorrectionKind kind, string? text, DateTime at)
    {
        text = text?.Trim().ReplaceLineEndings("\n") ?? "";
        if (text.Length == 0) return Refusal.Invalid("Say what readers are to know.").At("text");
        if (text.Length > LongestText) return Refusal.Invalid("A notice has at most {0} characters.", LongestText).At("text");
        return new Correction(kind, at, text);
    }

    /// <summary>The same words of the same kind: a notice is not issued twice.</summary>
    public bool Repeats(Correction other) => Kind == other.Kind && Text == other.Text;
}

public static class CorrectionKinds
{
    private static readonly Dictionary<CorrectionKind, string> Words = new()
    {
        [CorrectionKind.Correction] = "correction", [CorrectionKind.Clarification] = "clarification", [CorrectionKind.Update] = "update",
        [CorrectionKind.EditorsNote] = "editors-note", [CorrectionKind.Retraction] = "retraction",
    };

    /// <summary>As manuscripts, verbs and the canonical text have them.</summary>
    public static IReadOnlyCollection<string> All => Words.Values;

    public static string Word(this CorrectionKind kind) => Words[kind];

    /// <summary>Null for a word that is none of <see cref="All"/>.</summary>
    public static CorrectionKind? Named(string word) => Words.FirstOrDefault(w => w.Value == word) is { Value: not null } found ? found.Key : null;
}
