namespace Broadsheet.Domain.Comments;

/// <summary>Whose comments wait for a moderator: those of a stranger's first time, nobody's, everybody's.</summary>
public enum Hold { First, Never, Always }

/// <param name="Flood">Whether writing too fast is refused.</param>
public sealed record CommentRules(Hold Hold = Hold.First, bool Flood = true)
{
    /// <summary>How many comments a reader may send within <see cref="FloodWindow"/>.</summary>
    public const int MostInWindow = 4;
    public static readonly TimeSpan FloodWindow = TimeSpan.FromMinutes(1);
}

/// <summary>What is known of a reader when a comment arrives.</summary>
/// <param name="LastText">The body (HTML) of the reader's latest comment on this article, or null.</param>
/// <param name="SentLately">How many comments the reader sent within the flood window.</param>
/// <param name="FromOurPage">Whether the form carried the stamp of the paper, or the browser vouched for where it came from.</param>
public sealed record Standing(bool Trusted, string? LastText, int SentLately, bool FromOurPage);
