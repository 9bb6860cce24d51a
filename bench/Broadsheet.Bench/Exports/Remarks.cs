using Broadsheet.Bench.Corpus;

namespace Broadsheet.Bench.Exports;

/// <summary>The replies to the posts of an export: most posts have few, one in ten has most, and all together they are as many as were ordered.</summary>
public sealed class Remarks(Prose prose, int posts, int comments)
{
    // Of ten posts in a row, how much of a hundred replies stand below the first of them.
    private static readonly int[] Upto = [0, 0, 0, 1, 2, 4, 7, 12, 20, 40, 100];

    // What seeds a post must not seed its replies: they would say the same.
    private const int OtherThanPosts = 1_000_000_000;

    public List<ExportReply> Below(int post, DateTime at)
    {
        var random = new Random(OtherThanPosts + post);
        List<ExportReply> written = [];
        for (var id = Before(post) + 1; id <= Before(post + 1); id++)
        {
            at = at.AddSeconds(random.Next(30, 20_000));
            var reader = random.Next(50_000);
            var answered = written.Count > 0 && random.Next(2) == 0 ? written[random.Next(written.Count)] : null;
            var (approved, type) = Kind(random.Next(200));
            written.Add(new(id, Cast.Person(reader), Cast.EmailOf(reader), ExportItem.Moment(at), prose.Sentences(random, random.Next(1, 5)), approved, type, answered?.Id ?? 0));
        }
        return written;
    }

    // WordPress exports everything but spam.
    private static (string Approved, string Type) Kind(int drawn) => drawn switch
    {
        < 4 => ("0", "comment"), < 6 => ("trash", "comment"), < 8 => ("1", "pingback"), _ => ("1", "comment"),
    };

    private long Before(int post) => post > posts ? comments : (long)comments * (100L * ((post - 1) / 10) + Upto[(post - 1) % 10]) / (100L * ((posts + 9) / 10));
}
