using System.Security.Cryptography;
using System.Text;

namespace Broadsheet.Domain.Articles;

/// <summary>One immutable version of an article as readers saw it, and one link in the paper's log of revisions.</summary>
public sealed class Revision
{
    /// <summary>The hash before the first revision of a paper: 64 zeros.</summary>
    public static readonly string NoHash = new('0', 64);

    private Revision() { }

    internal Revision(Article article, int number, Copy copy, Publication publication, string previousHash, DateTime now)
    {
        (ArticleId, Number, MadeAt, PreviousHash) = (article.Id, number, now, previousHash);
        (DatedAt, UpdatedAt, UpdateNote) = (article.PublishedAt!.Value, article.UpdatedAt, article.UpdateNote);
        (Kicker, Headline, Standfirst, Body, Dateline) = (copy.Kicker, copy.Headline.Trim(), copy.Standfirst, copy.Body, copy.Dateline);
        (Language, SectionId, StoryId, Picture, Head) = (copy.Language, copy.SectionId, copy.StoryId, copy.Picture, copy.Head ?? new());
        (Credits, Topics, ReadAlso) = (copy.Credits ?? [], copy.Topics ?? [], copy.ReadAlso ?? []);
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
    public string PreviousHash { get; private set; } = "";
    public string Hash { get; private set; } = "";

    /// <summary>What an editor begins with who writes on.</summary>
    public Copy Copy() => new(Headline, Body, Language, SectionId, Kicker, Standfirst, Dateline, StoryId, Credits, Topics, Picture, ReadAlso, Head);

    /// <summary>Whether this revision is what was published, right after the one that <paramref name="previousHash"/> belongs to.</summary>
    public bool Follows(string previousHash) => PreviousHash == previousHash && Hash == HashAfter(previousHash);

    /// <summary>SHA-256 over the previous hash (64 hex digits) and the canonical JSON; in lower-case hex.</summary>
    private string HashAfter(string previousHash) =>
        Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(previousHash + CanonicalText.Of(this))));
}
