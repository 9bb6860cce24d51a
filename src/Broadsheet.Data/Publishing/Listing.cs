using System.Text.Json;
using Broadsheet.Domain.Articles;
using Broadsheet.Domain.Changes;
using Microsoft.EntityFrameworkCore;

namespace Broadsheet.Data.Publishing;

/// <summary>Where a published article is listed, and what the lists say of it. Two of them, before and after a write, tell which pages the write changes.</summary>
/// <param name="Lists">The names of the lists that it stands in.</param>
/// <param name="Standing">What the ranking of the Top Stories makes of it.</param>
/// <param name="Card">What its entry in a list says, in one text.</param>
internal sealed record Listing(IReadOnlySet<string> Lists, (long Section, long? Story, int Rank) Standing, string Card)
{
    /// <summary>The lists that readers see; by its month an article is only found.</summary>
    public IEnumerable<string> Shown => Lists.Where(list => Names.KindOf(list) != "month");

    /// <summary>Null for an article that readers do not see.</summary>
    public static async Task<Listing?> OfAsync(NewsDb db, Article article, CancellationToken stop)
    {
        if (!article.IsPublished || article.RevisionId is not { } id) return null;
        var revision = await db.Revisions.SingleAsync(r => r.Id == id, stop);
        var book = new ListBook(db);
        await book.LearnAsync([revision], stop);
        return Of(article, revision, book);
    }

    /// <param name="book">Has learnt the revision.</param>
    public static Listing Of(Article article, Revision revision, ListBook book) =>
        new(book.Of(article, revision), (article.SectionId, article.StoryId, article.Rank), CardOf(article, revision));

    /// <summary>What a write touched. A corrected word in the text leaves every list as it is.</summary>
    public static IEnumerable<string> Changed(long id, Listing? before, Listing? after)
    {
        yield return Names.Article(id);
        yield return Names.Words;
        HashSet<string> moved = [.. before?.Lists ?? new HashSet<string>()];
        moved.SymmetricExceptWith(after?.Lists ?? new HashSet<string>());
        foreach (var name in moved) yield return name;
        if (before?.Standing != after?.Standing) yield return Names.Front;
        if (before?.Card == after?.Card) yield break;
        yield return Names.Card(id);
        yield return Names.Cards;
    }

    private static string CardOf(Article a, Revision r) =>
        JsonSerializer.Serialize(new { a.Path, a.SectionId, a.PublishedAt, a.UpdatedAt, r.Headline, r.Kicker, r.Standfirst, r.Language, r.Credits, r.Picture });
}
