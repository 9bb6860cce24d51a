using Broadsheet.Domain.Readers;

namespace Broadsheet.Domain.Comments;

/// <summary>What a reader typed into the reply form, judged before anything is stored.</summary>
public sealed record Submission(string Author, string Email, string? Website, string Text)
{
    public const int LongestName = 80, LongestWebsite = 300, LongestText = 8000;

    /// <summary>Trims what was typed and names every field that is missing or wrong, in the order of the form.</summary>
    public static Result<Submission> Read(string? author, string? email, string? website, string? text)
    {
        var typed = new Submission(OneLine(author), OneLine(email), OneLine(website) is { Length: > 0 } site ? site : null, Clean(text));
        List<Refusal> faults = [.. Checks.Select(check => check(typed)).OfType<Refusal>()];
        return faults.Count > 0 ? faults : typed;
    }

    private static readonly Func<Submission, Refusal?>[] Checks =
    [
        s => s.Author.Length == 0 ? Refusal.Invalid("Give a name, so that others can answer you.").At("author") : null,
        s => s.Author.Length > LongestName ? Refusal.Invalid("A name has at most {0} characters.", LongestName).At("author") : null,
        s => s.Email.Length == 0 ? Refusal.Invalid("Give your email address. It will not be published.").At("email") : null,
        s => s.Email.Length > 0 && !EmailAddress.IsOne(s.Email) ? Refusal.Invalid("This is not an email address: check for a missing @ or dot.").At("email") : null,
        s => s.Website is { } site && !IsWebAddress(site) ? Refusal.Invalid("A website address starts with http:// or https://.").At("website") : null,
        s => s.Text.Length == 0 ? Refusal.Invalid("Write something first.").At("body") : null,
        s => s.Text.Length > LongestText ? Refusal.Invalid("A reply has at most {0} characters.", LongestText).At("body") : null,
    ];

    private static bool IsWebAddress(string site) =>
        site.Length <= LongestWebsite && Uri.TryCreate(site, UriKind.Absolute, out var uri) && uri.Scheme is "http" or "https" && uri.UserInfo.Length == 0;

    private static string OneLine(string? text) => new string([.. (text ?? "").Where(c => !char.IsControl(c))]).Trim();

    // A NUL byte is no text at all, and PostgreSQL refuses it.
    private static string Clean(string? text) => new string([.. (text ?? "").ReplaceLineEndings("\n").Where(c => c is '\n' or '\t' || !char.IsControl(c))]).Trim();
}
