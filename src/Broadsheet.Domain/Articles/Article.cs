namespace Broadsheet.Domain.Articles;

/// <summary>An identity with an address, a workflow state and a history. What readers see is the published revision it points to.</summary>
public sealed class Article
{
    public const int UsualRank = 3;

    private Article() { }

    public long Id { get; private set; }
    public ArticleState State { get; private set; }

    /// <summary>The current address, decoded, as "/section/slug/". Older ones are kept as addresses that redirect.</summary>
    public string Path { get; private set; } = "";

    /// <summary>The revision that readers see; null until first published. Kept when withdrawn.</summary>
    public long? RevisionId { get; private set; }
    public int RevisionNumber { get; private set; }
    public long SectionId { get; private set; }
    public long? StoryId { get; private set; }
    public string Language { get; private set; } = "";

    /// <summary>1 (a brief) to 5 (the day's event): how long the piece holds its place among the Top Stories.</summary>
    public int Rank { get; private set; } = UsualRank;

    /// <summary>UTC. The date the piece carries; may lie in the past for a piece that was brought over.</summary>
    public DateTime? PublishedAt { get; private set; }

    /// <summary>UTC. Only a material change sets it; null when there was none.</summary>
    public DateTime? UpdatedAt { get; private set; }
    public string? UpdateNote { get; private set; }
    /// <summary>How many replies readers see. Counted by the database as replies come and go.</summary>
    public int Replies { get; private set; }
    public bool CommentsOpen { get; private set; } = true;
    public DateTime? WithdrawnAt { get; private set; }
    public string? WithdrawnReason { get; private set; }

    /// <summary>What feeds call it, for ever: of a piece that was brought over, what its old site's feeds did. Null: its number.</summary>
    public string? Guid { get; private set; }

    /// <summary>UTC. Until then nobody puts it before readers, on whatever way; null: there is no embargo.</summary>
    public DateTime? EmbargoUntil { get; private set; }

    /// <summary>Who of the two has said that the embargo may fall; null: nobody yet.</summary>
    public long? EmbargoLiftedBy { get; private set; }

    /// <summary>Who began it at the desk; null: it came from elsewhere.</summary>
    public long? StartedBy { get; private set; }

    public static Article StartAt(string path, long sectionId = 0, string language = "", string? guid = null, long? startedBy = null) =>
        new() { Path = path, SectionId = sectionId, Language = language, Guid = guid, StartedBy = startedBy, State = ArticleState.Draft };

    public bool IsPublished => State == ArticleState.Published;

    public bool TakesComments => IsPublished && CommentsOpen;

    /// <summary>Puts the copy before the readers as the next revision of this article and of the paper's log.</summary>
    /// <param name="previousHash">The head of the paper's log.</param>
    /// <param name="standing">The notices of the revision before; they stay.</param>
    public Result<Revision> Publish(Copy copy, Publication publication, string previousHash, DateTime now, IReadOnlyList<Correction>? standing = null)
    {
        if (copy.Faults() is { Count: > 0 } faults) return faults;
        if (now < EmbargoUntil) return Refusal.NotAllowed("It is under embargo until {0:yyyy-MM-dd HH:mm} UTC.", EmbargoUntil.Value);
        if (publication.UpdatedAt < publication.DatedAt) return Refusal.Invalid("An update cannot be older than the article.").At("updated");
        var isMaterial = publication.UpdatedAt is not null && publication.UpdatedAt != UpdatedAt;
        if (isMaterial && RevisionNumber > 0 && string.IsNullOrWhiteSpace(publication.UpdateNote)) return Refusal.Invalid("Say what changed: readers are told.").At("updateNote");

        State = ArticleState.Published;
        (SectionId, StoryId, Language, Rank) = (copy.SectionId, copy.StoryId, copy.Language, publication.Rank);
        PublishedAt ??= publication.DatedAt;
        if (publication.UpdatedAt is not null) (UpdatedAt, UpdateNote) = (publication.UpdatedAt, publication.UpdateNote ?? UpdateNote);
        (CommentsOpen, WithdrawnAt, WithdrawnReason) = (publication.CommentsOpen, null, null);
        return new Revision(this, ++RevisionNumber, copy, publication, standing ?? [], previousHash, now);
    }

    /// <summary>The revision has its number in the log now: readers see it from here on.</summary>
    public void Show(Revision revision) => RevisionId = revision.Id;

    /// <param name="until">UTC. May be set later by one person, and earlier by none.</param>
    public Refusal? Embargo(DateTime until, DateTime now)
    {
        if (until <= now) return Refusal.Invalid("An embargo ends in the future.").At("embargo");
        if (until < EmbargoUntil && now < EmbargoUntil) return Refusal.NotAllowed("Nobody shortens an embargo alone. Lift it, with a second person.").At("embargo");
        (EmbargoUntil, EmbargoLiftedBy) = (until, null);
        return null;
    }

    /// <summary>The first says that it may fall, and when a second says so too it has fallen.</summary>
    /// <returns>Whether it has fallen.</returns>
    public Result<Lifting> LiftEmbargo(long staffId, DateTime now)
    {
        if (EmbargoUntil is null || now >= EmbargoUntil) return Refusal.Conflict("There is no embargo.");
        if (EmbargoLiftedBy == staffId) return Refusal.NotAllowed("A second person has to agree.");
        if (EmbargoLiftedBy is null)
        {
            EmbargoLiftedBy = staffId;
            return new Lifting(false);
        }
        (EmbargoUntil, EmbargoLiftedBy) = (null, null);
        return new Lifting(true);
    }

    public void MoveTo(string path) => Path = path;

    /// <summary>Readers are told that the piece was taken back, when and why; its history stays.</summary>
    public Refusal? Withdraw(string reason, DateTime now)
    {
        if (!IsPublished) return Refusal.Conflict("Only a published article can be withdrawn.");
        if (string.IsNullOrWhiteSpace(reason)) return Refusal.Invalid("Say why the article is withdrawn: readers are told.").At("reason");
        (State, WithdrawnAt, WithdrawnReason) = (ArticleState.Withdrawn, now, reason.Trim());
        return null;
    }
}
