using Broadsheet.Data.Reading;
using Broadsheet.Domain;
using Broadsheet.Domain.Changes;
using Broadsheet.Domain.Comments;
using Broadsheet.Domain.Readers;
using Broadsheet.Web.Features.Readers;
using Broadsheet.Web.Layout;
using Broadsheet.Web.Layout.Languages;

namespace Broadsheet.Web.Features.Articles;

/// <summary>"Leave a Reply": the form below an article, blank or as a reader sent it.</summary>
public sealed class CommentForm(ReadingRoom room, Seal seal, Remembered remembered)
{
    public sealed record Errors(string? Author, string? Email, string? Website, string? Body);

    /// <param name="Personal">True when the form holds something of one reader, so that nobody may keep the page.</param>
    public sealed record View(
        bool Open, string Action, long ArticleId, long? ParentId, string? ParentName, string? CancelUrl, string Stamp,
        string? Author, string? Email, string? Website, string? Body, bool Remember, int MaxLength, string RememberedUrl,
        string? Notice, string? Problem, Errors Errors, bool Personal);

    /// <summary>The reply that is answered.</summary>
    public sealed record Parent(long Id, string Author);

    private static readonly Question<Parent> Visible = new(
        "select id, author from comment where id = @p0 and article_id = @p1 and state = 'Visible'", row => new(row.GetInt64(0), row.GetString(1)));

    private static readonly Errors NoErrors = new(null, null, null, null);

    /// <summary>The form as the page's address asks for it: ?replyto=12, ?remembered=1, ?reply=waiting.</summary>
    public async Task<View> BlankAsync(Piece article, HttpContext http, CancellationToken stop)
    {
        var asked = http.Request.Query;
        var parent = long.TryParse(asked["replyto"], out var id) ? await ParentAsync(article.Id, id, stop) : null;
        var details = asked.ContainsKey("remembered") ? remembered.Read(http.Request) : null;
        return Make(article, parent, asked["reply"] == "waiting" ? "waiting" : null) with
        {
            Author = details?.Author, Email = details?.Email, Website = details?.Website, Remember = details is not null, Personal = details is not null,
        };
    }

    /// <summary>The form with what was typed and, beside each field, what is wrong with it.</summary>
    public View Typed(Piece article, Parent? parent, TypedComment form, IReadOnlyList<Refusal> refusals, Language language)
    {
        string? At(string? field) => refusals.FirstOrDefault(r => r.Field == field) is { } refusal ? language.Say(refusal) : null;
        return Make(article, parent, null) with
        {
            Author = form.Author, Email = form.Email, Website = form.Website, Body = form.Body, Remember = form.WantsToBeRemembered, Personal = true,
            Problem = At(null), Errors = new(At("author"), At("email"), At("website"), At("body")),
        };
    }

    private Task<Parent?> ParentAsync(long articleId, long id, CancellationToken stop) =>
        room.AskAsync(db => Visible.FirstAsync(db, stop, id, articleId), Names.CommentsOn(articleId));

    public static string StampOf(long articleId) => $"comment on {articleId}";

    private View Make(Piece article, Parent? parent, string? notice)
    {
        var url = Links.Encoded(article.Path);
        return new View(
            article.TakesComments, "/comments", article.Id, parent?.Id, parent?.Author, parent is null ? null : $"{url}#comment-{parent.Id}", seal.Stamp(StampOf(article.Id)),
            null, null, null, null, false, Submission.LongestText, $"{url}?remembered=1{(parent is null ? "" : $"&replyto={parent.Id}")}#respond", notice, null, NoErrors, false);
    }
}
