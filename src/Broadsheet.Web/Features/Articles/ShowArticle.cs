using Broadsheet.Data.Reading;
using Broadsheet.Domain.Articles;
using Broadsheet.Domain.Text;
using Broadsheet.Web.Features.Cards;
using Broadsheet.Web.Features.Errors;
using Broadsheet.Web.Features.History;
using Broadsheet.Web.Features.ReadAlso;
using Broadsheet.Web.Layout;

namespace Broadsheet.Web.Features.Articles;

/// <summary>An article's page: the piece itself, Read also, the replies and the form to write one.</summary>
public sealed class ShowArticle(ReadingRoom room, CardList cards, CommentThreads threads, CommentForm forms, ShowHistory history, Site site)
{
    public sealed record View(ArticleView Article, IReadOnlyList<CardView> ReadAlso, CommentThreads.View Comments, CommentForm.View Form);

    /// <summary>The page of a published article; of a withdrawn one the page that says so.</summary>
    public async Task<IResult> PageAsync(Piece piece, HttpContext http, CancellationToken stop)
    {
        var withdrawn = piece.State == ArticleState.Withdrawn;
        if (!piece.IsPublished && !withdrawn) return Results.NotFound();
        if (http.Request.Query.ContainsKey("history"))
            return await history.PageAsync(new(piece.Id, piece.Path, piece.Headline, piece.Language, withdrawn ? (piece.WithdrawnAt!.Value, piece.WithdrawnReason!) : null), http, stop);
        if (withdrawn) return ShowError.Withdrawn(piece.Headline, piece.WithdrawnAt!.Value, piece.WithdrawnReason!, Links.Encoded(piece.Path) + "?history");
        return await ShowAsync(piece, await forms.BlankAsync(piece, http, stop), http, 200, stop);
    }

    /// <summary>The same page with what the reader typed and what is wrong with it.</summary>
    public async Task<IResult> RetryAsync(long articleId, Func<Piece, CommentForm.View> form, int status, HttpContext http, CancellationToken stop)
    {
        var piece = await Piece.OfAsync(articleId, room, stop);
        return await ShowAsync(piece, form(piece), http, status, stop);
    }

    /// <summary>The page of a piece that is not published, or not in this text: for those who have the link, and kept by nobody.</summary>
    public async Task<IResult> ProofAsync(Piece piece, HttpContext http, CancellationToken stop) =>
        await ShowAsync(piece, await forms.BlankAsync(piece, http, stop), http, 200, stop, proof: true);

    /// <summary>The article as bare text in a small page.</summary>
    public async Task<IResult> TextAsync(Piece piece, CancellationToken stop)
    {
        if (!piece.IsPublished) return Results.NotFound();
        var language = site.Languages.In(piece.Language);
        var view = await ArticleView.OfAsync(piece, PlainText.Of(piece.Body), room, cards, language, stop);
        return Pages.Show("text", new PageHead("text", site.Titled(piece.Headline), language, view.Url) { Noindex = true }, new { Article = view });
    }

    private async Task<IResult> ShowAsync(Piece piece, CommentForm.View form, HttpContext http, int status, CancellationToken stop, bool proof = false)
    {
        var (language, text) = (site.Languages.In(piece.Language), PlainText.Of(piece.Body));
        var view = await ArticleView.OfAsync(piece, text, room, cards, language, stop);
        var related = await cards.OfAsync(await ReadAlsoShelf.ForAsync(room, piece.Id, piece.ReadAlso, stop), language, stop);
        var comments = await threads.OfAsync(piece, language, PageOf(http), stop);
        var head = new PageHead("article", site.Titled(piece.Head.SearchTitle ?? piece.Headline), language, view.Url)
        {
            Description = piece.Head.SearchDescription ?? piece.Standfirst ?? PlainText.Shorten(text, 160), Type = "article", SectionSlug = piece.Path.Split('/')[1], Picture = view.Picture,
            SocialTitle = piece.Head.SocialTitle ?? piece.Headline, SocialDescription = piece.Head.SocialDescription,
            PublishedIso = view.Published.Iso, ModifiedIso = view.Modified.Iso, Revision = proof ? null : $"{piece.RevisionId} {piece.Hash}", Noindex = proof || http.Request.Query.ContainsKey("replyto"), Proof = proof,
            Feeds = [new(site.Name, "/feed/"), new(language.Say("replies_to", piece.Headline), view.Url + "feed/")],
            JsonLd = ArticleMarkup.Of(view, site),
        };
        return Pages.Show("article", head, new View(view, related, comments, form), status, personal: status != 200 || form.Personal || proof);
    }

    private static int PageOf(HttpContext http) => int.TryParse(http.Request.Query["replies"], out var page) ? Math.Clamp(page, 1, 100_000) : 1;
}
