using Broadsheet.Bench.Desk;
using Broadsheet.Bench.Load;

namespace Broadsheet.Bench.Edits;

/// <summary>Edits of an article: a new one, a correction, another slug, another section.</summary>
public sealed class WritingEdits(NewsDesk desk, string anyNode)
{
    public async Task<Edit> PublishAsync(CancellationToken stop)
    {
        await using var db = desk.Open();
        var (like, mark) = (await desk.AnyPieceAsync(db, stop), desk.Mark());
        var piece = like with { Id = 0, DatedAt = null, Headline = desk.Headline(mark), Slug = mark, Text = desk.Text() };
        var day = DateTime.UtcNow;
        return new Edit("publish", t => desk.Editor.PublishAsync(piece, t),
        [
            Expectation.Says(piece.Path, piece.Headline), Expectation.Says(piece.Path + "text/", piece.Headline), Expectation.Says($"/search?q={mark}", piece.Path), Expectation.Says("/news-sitemap.xml", piece.Path),
            Expectation.Says($"/{day:yyyy}/{day:MM}/{day:dd}/", piece.Path), .. Places.Of(piece).Select(p => Expectation.Says(p, piece.Headline)),
        ]);
    }

    public async Task<Edit> CorrectAsync(CancellationToken stop)
    {
        await using var db = desk.Open();
        var (old, mark) = (await desk.AnyPieceAsync(db, stop), desk.Mark());
        var piece = old with { Headline = desk.Headline(mark), Text = desk.Text(), UpdateNote = $"The numbers, {mark}." };
        var neighbours = Headlines.ReadAlso((await Answer.ToAsync(Visitor.Get(anyNode + old.Path), stop)).Text);
        return new Edit("correct", t => desk.Editor.PublishAsync(piece, t),
        [
            Expectation.Says(piece.Path, piece.Headline), Expectation.Says(piece.Path, piece.UpdateNote), Expectation.Says(piece.Path + "text/", piece.Headline), Expectation.Says($"/search?q={mark}", piece.Path),
            .. Places.Of(piece).Concat(neighbours).Select(p => Expectation.Follows(p, old.Headline + "<", piece.Headline + "<")),
        ]);
    }

    public async Task<Edit> RenameAsync(CancellationToken stop)
    {
        await using var db = desk.Open();
        var old = await desk.AnyPieceAsync(db, stop);
        return Move("rename", old, old with { Slug = desk.Mark(), Formerly = old.Path });
    }

    public async Task<Edit> MoveAsync(CancellationToken stop)
    {
        await using var db = desk.Open();
        var old = await desk.AnyPieceAsync(db, stop);
        var section = await desk.AnySectionAsync(db, old.Section, stop);
        var edit = Move("move section", old, old with { Section = section, Slug = desk.Mark(), Formerly = old.Path });
        return edit with { Expected = [.. edit.Expected, Expectation.SaysNot(section, $"\"{old.Path}\"")] };
    }

    private Edit Move(string kind, Piece old, Piece piece)
    {
        // What leaves a section leaves its lists, and the front page where only the section's block had it; all other lists go on with the new address.
        List<string> left = [.. Places.Sections(old.Section).Append(old.Section + "feed/").Except(Places.Sections(piece.Section)).Except([piece.Section + "feed/"])];
        if (old.Section != piece.Section) left.Add("/");
        return new Edit(kind, t => desk.Editor.PublishAsync(piece, t),
        [
            Expectation.Says(piece.Path, piece.Headline), Expectation.Redirects(old.Path, piece.Path), Expectation.Redirects(old.Path + "text/", piece.Path + "text/"),
            .. left.Select(p => Expectation.SaysNot(p, old.Path + "\"")), .. Places.Of(old).Except(left).Where(p => !p.EndsWith("feed/")).Select(p => Expectation.Follows(p, old.Path + "\"", piece.Path + "\"")),
        ]);
    }
}
