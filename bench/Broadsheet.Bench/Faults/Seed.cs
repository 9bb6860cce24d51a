using Broadsheet.Bench.Corpus;
using Broadsheet.Bench.Exports;

namespace Broadsheet.Bench.Faults;

/// <summary>What one planted fault is made of: numbers that are nobody else's, and words that occur nowhere else.</summary>
/// <param name="number">From 0; of this fault among all.</param>
/// <param name="firstId">Numbers of the export's sound items are lower.</param>
public sealed class Seed(int number, long firstId, Prose prose)
{
    private const int IdsEach = 10, OtherThanPosts = 2_000_000_000;
    private const long FirstReply = 900_000_000, Lost = 800_000_000;

    /// <summary>Every word that no reader may find begins so.</summary>
    public const string CanaryMark = "qzcanary";

    private readonly Random random = new(OtherThanPosts + number);
    private long id = firstId + number * IdsEach, reply = FirstReply + number * IdsEach;

    /// <summary>Readers must find it.</summary>
    public string Sound => $"qzsound{number}x";

    /// <summary>Readers must never find it.</summary>
    public string Canary => $"{CanaryMark}{number}x";

    /// <summary>Of a commenter; sealed, and shown to nobody.</summary>
    public string Email => $"planted{number}@{Canary}.example";

    /// <summary>A name that nobody else has.</summary>
    public string Name(string kind) => $"qz{kind}{number}x";

    /// <summary>A number that no item of the export has.</summary>
    public long LostId => Lost + number;

    public DateTime Day => new DateTime(2012, 1, 1, 8, 0, 0, DateTimeKind.Utc).AddHours(number * 13);

    public string Sentence() => prose.Sentence(random);

    /// <summary>A sound post that says something, then <paramref name="odd"/>, then what readers must find.</summary>
    public ExportItem Post(string odd = "")
    {
        var mine = id++;
        return new ExportItem(mine, "post", $"Planted {mine}", $"{Sentence()}\n\n{odd}\n\n{Sentence()} {Sound}", ExportItem.Moment(Day)).At($"planted-{mine}", Day);
    }

    /// <summary>What no reader may see, with a word in every part that could give it away.</summary>
    public ExportItem Kept(string status)
    {
        var post = Post();
        return post with
        {
            Status = status, Title = $"Kept {Canary}", Content = $"{Sentence()} {Canary}", Excerpt = $"{Sentence()} {Canary}", Slug = $"kept-{Canary}", Link = $"{OldPaper.Site}/?p={post.Id}",
            Meta = [("_yoast_wpseo_metadesc", Canary)], Replies = [Reply($"Below it: {Canary}")],
        };
    }

    public ExportReply Reply(string content) =>
        new(++reply, "Bo Planted", Email, ExportItem.Moment(Day.AddHours(reply % IdsEach)), content);
}
