using Broadsheet.Domain.Articles;

namespace Broadsheet.Domain.Desk;

/// <summary>Two texts that were made from one, put together: field by field, and inside the body block by block.</summary>
public static class Merge
{
    private const string Body = "body";

    private sealed record Field(string Name, Func<Copy, object?> Get, Func<Copy, Copy, Copy> Take);

    // The body is put together in itself. A list, or a picture with its words, is one thing: half of one person's and half of another's would be nobody's.
    private static readonly Field[] Fields =
    [
        new("kicker", c => c.Kicker, (c, from) => c with { Kicker = from.Kicker }),
        new("headline", c => c.Headline, (c, from) => c with { Headline = from.Headline }),
        new("standfirst", c => c.Standfirst, (c, from) => c with { Standfirst = from.Standfirst }),
        new("dateline", c => c.Dateline, (c, from) => c with { Dateline = from.Dateline }),
        new("language", c => c.Language, (c, from) => c with { Language = from.Language }),
        new("section", c => c.SectionId, (c, from) => c with { SectionId = from.SectionId }),
        new("story", c => c.StoryId, (c, from) => c with { StoryId = from.StoryId }),
        new("credits", c => c.Credits, (c, from) => c with { Credits = from.Credits }),
        new("topics", c => c.Topics, (c, from) => c with { Topics = from.Topics }),
        new("picture", c => c.Picture, (c, from) => c with { Picture = from.Picture }),
        new("readAlso", c => c.ReadAlso, (c, from) => c with { ReadAlso = from.ReadAlso }),
        new("head", c => c.Head ?? new(), (c, from) => c with { Head = from.Head }),
    ];

    private sealed record Change(Hunk Hunk, bool IsMine);

    /// <param name="common">What both began with; null when it is not known: then whatever differs is a clash.</param>
    /// <param name="mine">The text of whoever saves now.</param>
    /// <param name="theirs">The text that was saved meanwhile.</param>
    public static Merged Of(Copy? common, Copy mine, Copy theirs)
    {
        var copy = theirs;
        List<Clash> clashes = [];
        foreach (var field in Fields)
        {
            var (was, me, them) = (common is null ? null : field.Get(common), field.Get(mine), field.Get(theirs));
            if (Same(me, them) || common is not null && Same(me, was)) continue;
            if (common is not null && Same(them, was)) copy = field.Take(copy, mine);
            else clashes.Add(new(field.Name, was, me, them));
        }
        var passages = Passages(common is null ? null : Blocks.Of(common.Body), Blocks.Of(mine.Body), Blocks.Of(theirs.Body));
        copy = copy with { Body = Blocks.Join(passages.SelectMany(p => p.Agreed ?? p.Theirs!)) };
        clashes.AddRange(passages.Where(p => p.Agreed is null).Select(p => new Clash(Body, null, Blocks.Join(p.Mine!), Blocks.Join(p.Theirs!))));
        return new Merged(copy, clashes, passages);
    }

    /// <summary>Whether an editor would see no difference.</summary>
    public static bool IsSame(Copy one, Copy other) => Fields.All(f => Same(f.Get(one), f.Get(other))) && Blocks.Of(one.Body).SequenceEqual(Blocks.Of(other.Body));

    // To an editor nothing and an empty line are the same.
    private static bool Same(object? one, object? other) => (one, other) switch
    {
        (System.Collections.IEnumerable a and not string, System.Collections.IEnumerable b and not string) => a.Cast<object>().SequenceEqual(b.Cast<object>()),
        (null, System.Collections.IEnumerable b) => !b.Cast<object>().Any(),
        (System.Collections.IEnumerable a, null) => !a.Cast<object>().Any(),
        _ => Equals(one, other),
    };

    private static List<Passage> Passages(List<string>? common, List<string> mine, List<string> theirs)
    {
        if (common is null) return mine.SequenceEqual(theirs) ? [Passage.Of(theirs)] : [new(null, mine, theirs)];
        List<Change> changes = [.. Hunk.Between(common, mine).Select(h => new Change(h, true)).Concat(Hunk.Between(common, theirs).Select(h => new Change(h, false))).OrderBy(c => c.Hunk.Start).ThenBy(c => c.Hunk.End)];
        List<Passage> passages = [];
        var at = 0;
        foreach (var together in Together(changes))
        {
            var (start, end) = (together.Min(c => c.Hunk.Start), together.Max(c => c.Hunk.End));
            if (start > at) passages.Add(Passage.Of(common[at..start]));
            passages.Add(Settle(common, start, end, together));
            at = end;
        }
        if (at < common.Count) passages.Add(Passage.Of(common[at..]));
        return passages;
    }

    /// <summary>Changes that are in each other's way, however many: all others stand alone.</summary>
    private static IEnumerable<List<Change>> Together(List<Change> changes)
    {
        List<Change> group = [];
        foreach (var change in changes)
        {
            if (group.Count > 0 && !group.Any(c => c.IsMine != change.IsMine && c.Hunk.Touches(change.Hunk)))
            {
                yield return group;
                group = [];
            }
            group.Add(change);
        }
        if (group.Count > 0) yield return group;
    }

    private static Passage Settle(List<string> common, int start, int end, List<Change> changes)
    {
        var (mine, theirs) = (With(common, start, end, changes.Where(c => c.IsMine)), With(common, start, end, changes.Where(c => !c.IsMine)));
        if (changes.All(c => c.IsMine) || mine.SequenceEqual(theirs)) return Passage.Of(mine);
        return changes.Any(c => c.IsMine) ? new Passage(null, mine, theirs) : Passage.Of(theirs);
    }

    private static List<string> With(List<string> common, int start, int end, IEnumerable<Change> changes)
    {
        List<string> blocks = [];
        var at = start;
        foreach (var (hunk, _) in changes)
        {
            blocks.AddRange(common[at..hunk.Start]);
            blocks.AddRange(hunk.Now);
            at = hunk.End;
        }
        blocks.AddRange(common[at..end]);
        return blocks;
    }
}
