using Broadsheet.Data.Reading;
using Broadsheet.Domain.Articles;
using Broadsheet.Domain.Changes;
using Broadsheet.Domain.Text;
using Broadsheet.Web.Features.Cards;
using Broadsheet.Web.Features.Errors;
using Broadsheet.Web.Features.ReadAlso;
using Broadsheet.Web.Layout;
using Microsoft.EntityFrameworkCore;

namespace Broadsheet.Web.Features.Articles;

/// <summary>An article's page: the piece itself, Read also, the replies and the form to write one.</summary>
public sealed class ShowArticle(ReadingRoom room, CardList cards, CommentThreads threads, CommentForm forms, Site site)
{
    public sealed record View(ArticleView Article, IReadOnlyList<CardView> ReadAlso, CommentThreads.View Comments, CommentForm.View Form);

    /// <summary>The page of a published article; of a withdrawn one the page that says so.</summary>
    public async Task<IResult> PageAsync(Piece piece, HttpContext http, CancellationToken stop)
    {
        var (article, revision) = piece;
        if (article.State == ArticleState.Withdrawn) return ShowError.Withdrawn(revision.Headline, article.WithdrawnAt!.Value, article.WithdrawnReason!);
        if (!article.IsPublished) return Results.NotFound();
        var form = await forms.BlankAsync(article, http, stop);
        return await ShowAsync(article, revision, form, http, 200, stop);
    }

    /// <summary>The same page with what the reader typed and what is wrong with it.</summary>
    public async Task<IResult> RetryAsync(long articleId, CommentForm.View form, int status, HttpContext http, CancellationToken stop)
    {
        var (article, revision) = await Piece.OfAsync(articleId, room, stop);
        return await ShowAsync(article, revision, form, http, status, stop);
    }

    /// <summary>The article as bare text in a small page.</summary>
    public async Task<IResult> TextAsync(Piece piece, CancellationToken stop)
    {
        var (article, revision) = piece;
        if (!article.IsPublished) return Results.NotFound();
        var language = site.Languages.In(revision.Language);
        var view = await ArticleView.OfAsync(article, revision, room, cards, language, stop);
        return Pages.Show("text", new PageHead("text", site.Titled(revision.Headline), language, view.Url) { Noindex = true }, new { Article = view });
    }

    private async Task<IResult> ShowAsync(Article article, Revision revision, CommentForm.View form, HttpContext http, int status, CancellationToken stop)
    {
        var language = site.Languages.In(revision.Language);
        var view = await ArticleView.OfAsync(article, revision, room, cards, language, stop);
        var related = await cards.OfAsync(await ReadAlsoShelf.ForAsync(room, article, revision, stop), language, stop);
        var comments = await threads.OfAsync(article, language, PageOf(http), stop);
        var head = new PageHead("article", site.Titled(revision.Head.SearchTitle ?? revision.Headline), language, view.Url)
        {
            Description = revision.Head.SearchDescription ?? revision.Standfirst ?? PlainText.Shorten(PlainText.Of(revision.Body), 160), Type = "article", SectionSlug = article.Path.Split('/')[1], Picture = view.Picture,
            SocialTitle = revision.Head.SocialTitle ?? revision.Headline, SocialDescription = revision.Head.SocialDescription,
            PublishedIso = view.Published.Iso, ModifiedIso = (view.Updated ?? view.Published).Iso, Noindex = http.Request.Query.ContainsKey("replyto"),
            Feeds = [new(site.Name, "/feed/"), new(language.Say("replies_to", revision.Headline), view.Url + "feed/")],
            JsonLd = ArticleMarkup.Of(view, site),
        };
        return Pages.Show("article", head, new View(view, related, comments, form), status, personal: status != 200 || form.Personal);
    }

    private static int PageOf(HttpContext http) => int.TryParse(http.Request.Query["replies"], out var page) ? Math.Clamp(page, 1, 100_000) : 1;
}
