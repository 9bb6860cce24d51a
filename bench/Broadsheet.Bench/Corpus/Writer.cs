using Broadsheet.Domain.Addresses;
using Broadsheet.Domain.Articles;
using Broadsheet.Domain.Comments;

namespace Broadsheet.Bench.Corpus;

/// <summary>Writes the articles of a corpus. Each depends on its number alone, so that they can be written in any order.</summary>
public sealed class Writer(Prose prose, Cast cast, Dates dates, int replies)
{
    private const int OneInWaits = 50, MostPicks = 5;

    public Draft Write(long number)
    {
        var random = new Random((int)number);
        var section = cast.Sections[Often(random, cast.Sections.Count)];
        var headline = prose.Headline(random);
        var at = dates.Of(number);
        var copy = new Copy(
            headline, prose.Body(random), "en", section.Id, random.Next(3) == 0 ? prose.Vocabulary.Telling(random) : null, prose.Sentence(random), null,
            random.Next(3) == 0 ? cast.Stories[(int)(number % cast.Stories.Count)].Id : null, Credits(random), Topics(random),
            ReadAlso: Picks(random, number));
        return new Draft(number, $"{section.Path}{Slug.Of(headline, "en")}-{number}/", copy, at, Replies(random, at));
    }

    private List<Credit> Credits(Random random) =>
        [.. Enumerable.Range(0, random.Next(6) == 0 ? 2 : 1).Select(_ => cast.Bylines[Often(random, cast.Bylines.Count)]).Distinct().Select(b => new Credit(b.Name, b.Slug))];

    private List<TopicMark> Topics(Random random) =>
        [.. Enumerable.Range(0, random.Next(2, 6)).Select(_ => cast.Topics[Often(random, cast.Topics.Count)]).Distinct().Select(t => new TopicMark(t.Name, t.Slug))];

    // Among what was written before, as an editor does; invented words make no two articles alike.
    private static List<long> Picks(Random random, long number) => number <= MostPicks ? [] : [.. Enumerable.Range(0, MostPicks).Select(_ => random.NextInt64(1, number)).Distinct()];

    private List<Reply> Replies(Random random, DateTime at)
    {
        List<Reply> written = [];
        for (var left = random.Next(replies * 2 + 1); left > 0; left--)
        {
            at = at.AddSeconds(random.Next(30, 20_000));
            int? parent = written.Count > 0 && random.Next(2) == 0 ? random.Next(written.Count) : null;
            // Nobody can answer what readers do not see.
            if (parent is { } answered && written[answered].Hold == Hold.Always) parent = null;
            var reader = random.Next(cast.Readers.Count);
            var typed = new Submission(Cast.Person(reader), Cast.EmailOf(reader), null, prose.Sentences(random, random.Next(1, 5)));
            written.Add(new Reply(parent, reader, at, random.Next(OneInWaits) == 0 ? Hold.Always : Hold.Never, typed));
        }
        return written;
    }

    // The first of a list are named most, as with sections and topics of a real paper.
    private static int Often(Random random, int count) => (int)(count * Math.Pow(random.NextDouble(), 2));
}
