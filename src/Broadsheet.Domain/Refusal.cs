namespace Broadsheet.Domain;

public enum RefusalKind { Invalid, NotAllowed, NotFound, Conflict, Gone, TooMany }

/// <summary>A wish that the paper does not grant, with a sentence for people.</summary>
/// <param name="Sentence">English, with {0} for each of <paramref name="Details"/>: it is also the key of its translations.</param>
/// <param name="Field">The form or front-matter field it stands beside, or null when it concerns the whole.</param>
public sealed record Refusal(RefusalKind Kind, string Sentence, string? Field = null, params object[] Details)
{
    public override string ToString() => string.Format(System.Globalization.CultureInfo.InvariantCulture, Sentence, Details);

    public Refusal At(string field) => this with { Field = field };

    public static Refusal Invalid(string sentence, params object[] details) => new(RefusalKind.Invalid, sentence, null, details);
    public static Refusal NotAllowed(string sentence, params object[] details) => new(RefusalKind.NotAllowed, sentence, null, details);
    public static Refusal NotFound(string sentence) => new(RefusalKind.NotFound, sentence);
    public static Refusal Gone(string sentence) => new(RefusalKind.Gone, sentence);
    public static Refusal Conflict(string sentence, params object[] details) => new(RefusalKind.Conflict, sentence, null, details);
    public static Refusal TooMany(string sentence) => new(RefusalKind.TooMany, sentence);
}
