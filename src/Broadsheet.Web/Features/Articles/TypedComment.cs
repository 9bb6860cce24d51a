namespace Broadsheet.Web.Features.Articles;

/// <summary>What a reader typed into the reply form, just as it came; null = the field was not sent.</summary>
public sealed record TypedComment(string? Article, string? Parent, string? Author, string? Email, string? Website, string? Body, string? Remember, string? Stamp, string? Again = null)
{
    public bool WantsToBeRemembered => !string.IsNullOrEmpty(Remember);

    /// <summary>An earlier try had no answer, so that the reply may stand there already.</summary>
    public bool WasTried => !string.IsNullOrEmpty(Again);

    public static TypedComment Read(IFormCollection sent) => new(
        sent["article"], sent["parent"], sent["author"], sent["email"], sent["website"], sent["body"], sent["remember"], sent["stamp"], sent["again"]);

    /// <summary>The names of WordPress's form, which old pages and clients still send.</summary>
    public static TypedComment ReadOld(IFormCollection sent) => new(
        sent["comment_post_ID"], sent["comment_parent"] == "0" ? null : sent["comment_parent"].ToString(), sent["author"], sent["email"], sent["url"],
        sent["comment"], sent["wp-comment-cookies-consent"], null);
}
