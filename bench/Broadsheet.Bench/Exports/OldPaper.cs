using Broadsheet.Bench.Corpus;
using Broadsheet.Domain.Articles;
using Broadsheet.Domain.Readers;

namespace Broadsheet.Bench.Exports;

/// <summary>A newspaper that was made with WordPress, as its export tells it. The same at each run.</summary>
public sealed class OldPaper
{
    public const string Site = "https://gazette.example";

    // Numbers in between belong to what hangs on a post: its pictures and its correction.
    private const int FirstId = 100, IdsEach = 10;

    private readonly int posts;
    private readonly Writer writer;
    private readonly Remarks remarks;

    public OldPaper(int posts, int comments)
    {
        var (vocabulary, dates) = (new Vocabulary(), new Dates(posts));
        this.posts = posts;
        Prose = new Prose(vocabulary);
        Cast = new Cast(vocabulary, new Seal(new byte[Seal.KeyLength]), 1, dates.Began);
        (writer, remarks) = (new Writer(Prose, Cast, dates, replies: 0), new Remarks(Prose, posts, comments));
    }

    public Cast Cast { get; }

    public Prose Prose { get; }

    /// <summary>No number of an item is higher.</summary>
    public long LastId => FirstId + IdsEach * (posts + 1L);

    public IEnumerable<ExportItem> Items() => Fittings.All.Concat(Enumerable.Range(1, posts).SelectMany(Around));

    // Every third post has a picture; its attachment comes before it or after it.
    private IEnumerable<ExportItem> Around(int number)
    {
        var post = Post(number);
        if (number % 6 == 3) yield return Picture(post);
        yield return post;
        if (number % 6 == 0) yield return Picture(post);
        if (number % 50 == 0 && post.Status == "publish") yield return Correction(post);
    }

    private ExportItem Post(int number)
    {
        var draft = writer.Write(number);
        var (id, copy, slug) = (FirstId + IdsEach * number, draft.Copy, draft.Path.Split('/')[^2]);
        var body = new Bodies(copy.Body, id);
        var post = new ExportItem(id, "post", copy.Headline, number % 10 < 6 ? body.Blocks() : body.Classic(), ExportItem.Moment(draft.At))
        {
            Creator = copy.Credits![0].Slug!, Excerpt = number % 2 == 0 ? copy.Standfirst ?? "" : "", Sticky = number > posts - 3, Marks = Marks(copy, number), Meta = Meta(id, number, copy).ToList(),
        };
        return Stated(post, number) is { Status: not "publish" } kept ? kept : post.At(Local(slug, number), draft.At) with { Replies = remarks.Below(number, draft.At) };
    }

    // What was not published has no address but its number.
    private static ExportItem Stated(ExportItem post, int number) => (number % 60) switch
    {
        11 => post with { Status = "draft" },
        31 => post with { Status = "private" },
        _ => post,
    };

    // As WordPress stores the slug of a headline that is not Latin.
    private static string Local(string slug, int number) => number % 40 == 7 ? "%d0%b3%d0%be%d1%80%d0%be%d0%b4-" + slug : slug;

    private List<ExportMark> Marks(Copy copy, int number)
    {
        var section = Cast.Sections[(int)copy.SectionId - 1];
        List<ExportMark> marks = [new("category", section.Slug, section.Name), .. copy.Topics!.Select(topic => new ExportMark("post_tag", topic.Slug, topic.Name))];
        if (number % 4 == 0) marks.Add(new("category", Cast.Sections[0].Slug, Cast.Sections[0].Name));
        if (copy.Credits!.Count > 1) marks.AddRange(copy.Credits.Select(credit => new ExportMark("author", "cap-" + credit.Slug, credit.Name)));
        return marks;
    }

    private static IEnumerable<(string, string)> Meta(long id, int number, Copy copy)
    {
        yield return ("_edit_last", "1");
        yield return ("_yoast_wpseo_primary_category", $"{100 + copy.SectionId}");
        if (number % 2 == 0) yield return ("_yoast_wpseo_metadesc", copy.Standfirst!);
        if (number % 3 == 0) yield return ("_thumbnail_id", $"{id + 1}");
        if (number % 25 == 0) yield return ("_wp_old_slug", $"first-words-of-{number}");
        if (id % 7 == 0) yield return ("footnotes", Bodies.Footnote(id));
    }

    private static ExportItem Picture(ExportItem post) => new(post.Id + 1, "attachment", $"picture-{post.Id}", "", post.Date)
    {
        Status = "inherit", ParentId = post.Id, AttachmentUrl = Bodies.Picture(post.Id), Excerpt = "Where it happened", Slug = $"picture-{post.Id}",
        Link = $"{Site}/picture-{post.Id}/", Meta = [("_wp_attachment_image_alt", "A quay, and people on it"), ("_wp_attached_file", Bodies.Picture(post.Id)[(Site + "/wp-content/uploads/").Length..])],
    };

    private static ExportItem Correction(ExportItem post) => new(post.Id + 5, "newspack_correction", $"Correction for {post.Title}", "An earlier version named the wrong quay.", post.Date)
    {
        Slug = $"correction-for-{post.Slug}", Link = $"{Site}/corrections/correction-for-{post.Slug}/",
        Meta = [("newspack_correction-post-id", $"{post.Id}"), ("newspack_corrections_type", "correction"), ("newspack_corrections_priority", "low")],
    };
}
