using Broadsheet.Domain.Comments;
using Microsoft.EntityFrameworkCore;

namespace Broadsheet.Bench.Edits;

/// <summary>Edits of what stands around articles: a comment let through, the order of the front page, the theme.</summary>
/// <param name="theme">The folder of the theme that every node shows.</param>
public sealed class OtherEdits(NewsDesk desk, string theme)
{
    /// <summary>Null when no comment waits any more.</summary>
    public async Task<Edit?> ApproveAsync(CancellationToken stop)
    {
        await using var db = desk.Open();
        if (await desk.AnyWaitingCommentAsync(db, stop) is not (> 0 and var id)) return null;
        var article = await db.Comments.Where(c => c.Id == id).Join(db.Articles, c => c.ArticleId, a => a.Id, (_, a) => new { a.Id, a.Path }).SingleAsync(stop);
        var visible = await db.Comments.CountAsync(c => c.ArticleId == article.Id && c.State == CommentState.Visible, stop) + 1;
        return new Edit("approve comment", t => desk.Verbs.RunAsync(["comments", "approve", $"{id}"], t),
        [
            Expectation.Says(article.Path, $"id=\"comment-{id}\""), Expectation.Says(article.Path, $"href=\"#comments\">{visible} "), Expectation.Says(article.Path + "feed/", $"comment-{id}<"),
        ]);
    }

    public async Task<Edit> ReorderAsync(CancellationToken stop)
    {
        await using var db = desk.Open();
        HashSet<string> paths = [];
        while (paths.Count < 3) paths.Add((await desk.AnyPieceAsync(db, stop)).Path);
        return new Edit("reorder front", t => desk.Verbs.RunAsync(["front", .. paths], t), [Expectation.LeadsWith("/", [.. paths])]);
    }

    public async Task<Edit> RestyleAsync(CancellationToken stop)
    {
        await using var db = desk.Open();
        var (piece, mark) = (await desk.AnyPieceAsync(db, stop), $"<!-- {desk.Mark()} -->");
        return new Edit("change theme", t => SaveAsync(mark, t), [.. new[] { "/", piece.Path, piece.Section, "/search?q=a" }.Select(p => Expectation.Says(p, mark))]);
    }

    // As an editor program saves: whole, under another name, then moved into place.
    private async Task SaveAsync(string mark, CancellationToken stop)
    {
        var file = Path.Combine(theme, "layout.liquid");
        var text = await File.ReadAllTextAsync(file, stop);
        await File.WriteAllTextAsync(file + ".new", text[..text.LastIndexOf("</body>", StringComparison.Ordinal)] + mark + "\n</body>\n</html>\n", stop);
        File.Move(file + ".new", file, overwrite: true);
    }
}
