using Broadsheet.Bench.Corpus;
using Broadsheet.Bench.Desk;
using Broadsheet.Data;
using Broadsheet.Domain.Articles;
using Broadsheet.Domain.Comments;
using Microsoft.EntityFrameworkCore;

namespace Broadsheet.Bench.Edits;

/// <summary>What every kind of edit needs: the paper's rows, chance, words, and the way to publish.</summary>
public sealed class NewsDesk(DbContextOptions<NewsDb> database, Verbs verbs, Editor editor, Random random)
{
    private readonly Prose prose = new(new Vocabulary());
    private long made;

    public Random Random => random;
    public Verbs Verbs => verbs;
    public Editor Editor => editor;

    /// <summary>Says which edit it was; no other page says it.</summary>
    public string Mark() => $"mark{++made}";

    public string Headline(string mark) => $"{prose.Headline(random)} {mark}";

    public string Text() => string.Join("\n\n", Enumerable.Range(0, 8).Select(_ => prose.Sentences(random, 3)));

    public NewsDb Open() => new(database);

    /// <summary>One of the newest in every second case, because those stand in lists.</summary>
    public async Task<Piece> AnyPieceAsync(NewsDb db, CancellationToken stop)
    {
        var published = db.Articles.Where(a => a.State == ArticleState.Published).OrderByDescending(a => a.PublishedAt).ThenByDescending(a => a.Id).Select(a => a.Id);
        return await Piece.OfAsync(db, await published.Skip(random.Next(random.Next(2) == 0 ? 30 : await published.CountAsync(stop))).FirstAsync(stop), stop);
    }

    /// <summary>0 when none waits.</summary>
    public async Task<long> AnyWaitingCommentAsync(NewsDb db, CancellationToken stop)
    {
        var waiting = db.Comments.Where(c => c.State == CommentState.Waiting).OrderBy(c => c.Id).Select(c => c.Id);
        return await waiting.AnyAsync(stop) ? await waiting.Skip(random.Next(await waiting.CountAsync(stop))).FirstAsync(stop) : 0;
    }

    public async Task<string> AnySectionAsync(NewsDb db, string but, CancellationToken stop)
    {
        var paths = await db.Sections.Where(s => s.Path != but).OrderBy(s => s.Id).Select(s => s.Path).ToListAsync(stop);
        return paths[random.Next(paths.Count)];
    }
}
