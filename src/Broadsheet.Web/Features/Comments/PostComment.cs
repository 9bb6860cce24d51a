using Broadsheet.Data;
using Broadsheet.Data.Comments;
using Broadsheet.Data.Readers;
using Broadsheet.Data.Reading;
using Broadsheet.Data.Writing;
using Broadsheet.Domain;
using Broadsheet.Domain.Articles;
using Broadsheet.Domain.Changes;
using Broadsheet.Domain.Comments;
using Broadsheet.Domain.Readers;
using Broadsheet.Web.Features.Articles;
using Broadsheet.Web.Features.Errors;
using Broadsheet.Web.Features.Readers;
using Broadsheet.Web.Hosting;
using Broadsheet.Web.Layout;
using Microsoft.AspNetCore.Http.Features;
using Microsoft.EntityFrameworkCore;

namespace Broadsheet.Web.Features.Comments;

/// <summary>A reader replies to an article or to another reply. A refused one comes back with what was typed, so nothing is lost.</summary>
public sealed class PostComment(
    NewsDb db, Seal seal, CommentRules rules, CommentForm forms, Remembered remembered, ShowArticle articles, Site site, TimeProvider clock, ILogger<PostComment> log)
{
    // Room for the longest text in any script, percent-encoded, and for one that is too long to be told so with nothing lost.
    private const int MostBytes = 512 * 1024;

    public static void Map(IEndpointRouteBuilder routes)
    {
        routes.MapPost("/comments", (PostComment slice, HttpContext http, CancellationToken stop) => slice.TakeAsync(TypedComment.Read, http, stop));
        routes.MapPost("/wp-comments-post.php", (PostComment slice, HttpContext http, CancellationToken stop) => slice.TakeAsync(TypedComment.ReadOld, http, stop));
    }

    private async Task<IResult> TakeAsync(Func<IFormCollection, TypedComment> read, HttpContext http, CancellationToken stop)
    {
        if (!http.Request.HasFormContentType) return Results.StatusCode(StatusCodes.Status415UnsupportedMediaType);
        if (http.Request.ContentLength > MostBytes) return Results.StatusCode(StatusCodes.Status413PayloadTooLarge);
        http.Features.Get<IHttpMaxRequestBodySizeFeature>()!.MaxRequestBodySize = MostBytes;
        TypedComment form;
        try { form = read(await http.Request.ReadFormAsync(stop)); }
        catch (InvalidDataException) { return Results.StatusCode(StatusCodes.Status400BadRequest); }
        try { return await HandleAsync(form, http, stop); }
        catch (Exception fault) when (DatabaseGone.IsOfDatabase(fault))
        {
            log.LogError(fault, "a reply could not be stored");
            return ShowError.NoPlaceFor(form.Body, StatusCodes.Status503ServiceUnavailable);
        }
    }

    private async Task<IResult> HandleAsync(TypedComment form, HttpContext http, CancellationToken stop)
    {
        if (await ArticleAsync(form.Article, stop) is not { } article) return ShowError.NoPlaceFor(form.Body, StatusCodes.Status404NotFound);
        if (article.State == ArticleState.Withdrawn) return ShowError.NoPlaceFor(form.Body, StatusCodes.Status410Gone);
        var parent = long.TryParse(form.Parent, out var id) ? await db.Comments.SingleOrDefaultAsync(c => c.Id == id && c.ArticleId == article.Id && c.State == CommentState.Visible, stop) : null;
        var posted = await PostAsync(article, parent, form, SameSite.OriginOf(http.Request), stop);
        if (posted.Refused is { } refusal)
            return await articles.RetryAsync(article.Id, piece => forms.Typed(piece, parent is null ? null : new(parent.Id, parent.Author), form, posted.Refusals, site.Languages.In(article.Language)), refusal.Status(), http, stop);

        if (form.WantsToBeRemembered) remembered.Keep(http.Response, new(posted.Value.Author, form.Email!.Trim(), posted.Value.Website));
        else Remembered.Forget(http.Request, http.Response);
        var url = Links.Encoded(article.Path);
        var place = posted.Value.State == CommentState.Visible ? await PlaceAsync(url, posted.Value, stop) : $"{url}?reply=waiting#respond";
        // A script that sends the form cannot see where a redirect leads; it asks to be told instead.
        return http.Request.Headers["Prefer"] == "return=minimal" ? Results.Created(place, null) : Results.Extensions.SeeOther(place);
    }

    private async Task<Result<Comment>> PostAsync(Article article, Comment? parent, TypedComment form, SameSite.Origin origin, CancellationToken stop)
    {
        if (origin == SameSite.Origin.Foreign) return Refusal.NotAllowed("This form came from another website. Open the article and reply there.");
        var stamped = form.Stamp is { Length: > 0 } stamp ? seal.IsStamp(stamp, CommentForm.StampOf(article.Id)) : (bool?)null;
        if (stamped == false) return Refusal.NotAllowed("This form belongs to another article. Open the article again and reply there.");
        if (!string.IsNullOrEmpty(form.Parent) && parent is null) return Refusal.Conflict("The reply you answer is no longer there.");
        if (!article.TakesComments) return Refusal.NotAllowed("Replies to this article are closed.");
        var typed = Submission.Read(form.Author, form.Email, form.Website, form.Body);
        if (typed.Refused is not null) return typed.Refusals.ToList();

        var now = clock.UtcNow();
        await using var write = await Write.BesideOthersAsync(db, stop);
        var reader = await ReaderBook.FindOrEnterAsync(db, seal, typed.Value.Email, now, stop);
        if (form.WasTried && await NewestFirst(article, reader).FirstOrDefaultAsync(stop) is { } last && last.IsSameAs(parent, typed.Value)) return last;
        var posted = Comment.Post(article, parent, reader, typed.Value, await StandingAsync(article, reader, now, stamped == true || origin == SameSite.Origin.Ours, stop), rules, now);
        if (posted.Refused is not null) return posted;
        db.Comments.Add(posted.Value);
        if (posted.Value.State == CommentState.Visible) await ReplyCount.AddAsync(db, article.Id, 1, stop);
        db.Touch(posted.Value.State == CommentState.Visible ? Names.Replies(article.Id) : [Names.Queue]);
        await write.CommitAsync(now, stop);
        return posted;
    }

    private async Task<Article?> ArticleAsync(string? id, CancellationToken stop) =>
        long.TryParse(id, out var number) && await db.Articles.SingleOrDefaultAsync(a => a.Id == number, stop) is { State: ArticleState.Published or ArticleState.Withdrawn } article ? article : null;

    private async Task<Standing> StandingAsync(Article article, Reader reader, DateTime now, bool fromOurPage, CancellationToken stop)
    {
        var since = now - CommentRules.FloodWindow;
        var lately = await db.Comments.CountAsync(c => c.ReaderId == reader.Id && c.PostedAt > since, stop);
        var last = await NewestFirst(article, reader).Select(c => c.Body).FirstOrDefaultAsync(stop);
        return new Standing(reader.Trusted, last, lately, fromOurPage);
    }

    private IQueryable<Comment> NewestFirst(Article article, Reader reader) =>
        db.Comments.Where(c => c.ReaderId == reader.Id && c.ArticleId == article.Id).OrderByDescending(c => c.Id);

    // The page of replies on which the new one stands.
    private async Task<string> PlaceAsync(string url, Comment comment, CancellationToken stop)
    {
        var root = comment.ThreadId ?? comment.Id;
        var before = await db.Comments.CountAsync(c => c.ArticleId == comment.ArticleId && c.State == CommentState.Visible && c.ThreadId == null && c.Id < root, stop);
        return $"{Links.Page(url, before / CommentThreads.PerPage + 1, "replies")}#comment-{comment.Id}";
    }
}
