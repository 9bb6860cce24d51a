using System.Security.Cryptography;
using System.Text;

namespace Broadsheet.Domain.Articles;

/// <summary>One immutable version of an article as readers saw it, and one link in the paper's log of revisions.</summary>
public sealed class Revision
{
    /// <summary>The hash before the first revision of a paper: 64 zeros.</summary>
    public static readonly string NoHash = new('0', 64);

    private Revision() { }

    internal Revision(Article article, int number, Copy copy, Publication publication, IReadOnlyList<Correction> standing, string previousHash, DateTime now)
    {
        (ArticleId, Number, MadeAt, PreviousHash) = (article.Id, number, now, previousHash);
        (DatedAt, UpdatedAt, UpdateNote) = (article.PublishedAt!.Value, article.UpdatedAt, article.UpdateNote);
        (Kicker, Headline, Standfirst, Body, Dateline) = (copy.Kicker, copy.Headline.Trim(), copy.Standfirst, copy.Body, copy.Dateline);
        (Language, SectionId, StoryId, Picture, Head) = (copy.Language, copy.SectionId, copy.StoryId, copy.Picture, copy.Head ?? new());
        (Credits, Topics, ReadAlso) = (copy.Credits ?? [], copy.Topics ?? [], copy.ReadAlso ?? []);
        Corrections = [.. standing, .. (publication.Corrections ?? []).Where(c => !standing.Any(c.Repeats))];
        Hash = HashAfter(previousHash);
    }

    /// <summary>The place in the paper's log, growing by one.</summary>
    public long Id { get; private set; }
    public long ArticleId { get; private set; }

    /// <summary>1 for the first published version of the article.</summary>
    public int Number { get; private set; }
    public DateTime MadeAt { get; private set; }
    public DateTime DatedAt { get; private set; }
    public DateTime? UpdatedAt { get; private set; }
    public string? UpdateNote { get; private set; }
    public string? Kicker { get; private set; }
    public string Headline { get; private set; } = "";
    public string? Standfirst { get; private set; }
    public string Body { get; private set; } = "";
    public string? Dateline { get; private set; }
    public string Language { get; private set; } = "";
    public long SectionId { get; private set; }
    public long? StoryId { get; private set; }
    public IReadOnlyList<Credit> Credits { get; private set; } = [];
    public IReadOnlyList<TopicMark> Topics { get; private set; } = [];
    public LeadPicture? Picture { get; private set; }
    public IReadOnlyList<long> ReadAlso { get; private set; } = [];
    public HeadTexts Head { get; private set; } = new();

    /// <summary>All notices that stand at the article, in the order in which they were issued.</summary>
    public IReadOnlyList<Correction> Corrections { get; private set; } = [];

    /// <summary>Not null: the content was removed for a legal reason, and this stands in its place; the hash is still that of what was published.</summary>
    public Tombstone? Tombstone { get; private set; }
    public string PreviousHash { get; private set; } = "";
    public string Hash { get; private set; } = "";

    /// <summary>What an editor begins with who writes on.</summary>
    public Copy Copy() => new(Headline, Body, Language, SectionId, Kicker, Standfirst, Dateline, StoryId, Credits, Topics, Picture, ReadAlso, Head);

    /// <summary>Whether this revision is what was published, right after the one that <paramref name="previousHash"/> belongs to.</summary>
    public bool Follows(string previousHash) => PreviousHash == previousHash && IsWhole;

    /// <summary>Whether the hash is that of the content, wherever the revision stands. Of one whose content was removed, its signature answers for it (<see cref="Tombstone.IsOf"/>).</summary>
    public bool IsWhole => Tombstone is null ? Hash == HashAfter(PreviousHash) : IsEmpty;

    /// <summary>The text again as an editor would write it: for a revision that says the same.</summary>
    public Copy AsCopy() => Copy() with { Brought = true };

    /// <summary>Takes the content out for a legal reason. What tells when it was published, and its hash, stay.</summary>
    public Refusal? Remove(string? reason, Signet signet, DateTime now)
    {
        reason = reason?.Trim() ?? "";
        if (Tombstone is not null) return Refusal.Conflict("The content of this version was removed already.");
        if (reason.Length == 0) return Refusal.Invalid("Say why the content is removed: readers are told.").At("reason");
        if (reason.Length > Tombstone.LongestReason) return Refusal.Invalid("A reason has at most {0} characters.", Tombstone.LongestReason).At("reason");
        Tombstone = Tombstone.Of(this, reason, now, signet);
        (Kicker, Headline, Standfirst, Body, Dateline, UpdateNote) = (null, "", null, "", null, null);
        (Credits, Topics, ReadAlso, Corrections, Picture, Head) = ([], [], [], [], null, new());
        return null;
    }

    private bool IsEmpty => Headline.Length + Body.Length + Credits.Count + Topics.Count + ReadAlso.Count + Corrections.Count == 0 && Head == new HeadTexts() && (Kicker, Standfirst, Dateline, UpdateNote, Picture) is (null, null, null, null, null);

    /// <summary>SHA-256 over the previous hash (64 hex digits) and the canonical JSON; in lower-case hex.</summary>
    private string HashAfter(string previousHash) =>
        Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(previousHash + CanonicalText.Of(this))));
}
