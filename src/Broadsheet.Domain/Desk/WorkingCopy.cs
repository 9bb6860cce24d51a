using Broadsheet.Domain.Articles;
using Broadsheet.Domain.Staff;

namespace Broadsheet.Domain.Desk;

/// <summary>
/// What the desk has in work of an article: copy that readers do not see, be it of a new article or of one that they know in an older text.
/// Each save is kept besides as a <see cref="Draft"/>.
/// </summary>
public sealed class WorkingCopy
{
    private sealed record Way(WorkingState[] From, WorkingState To, Right Needs, string Refused);

    private static readonly WorkingState[] InWork = [WorkingState.Draft, WorkingState.InReview, WorkingState.Approved, WorkingState.Private, WorkingState.Protected];

    private static readonly Dictionary<Step, Way> Ways = new()
    {
        [Step.Submit] = new([WorkingState.Draft, WorkingState.Private, WorkingState.Protected], WorkingState.InReview, Right.Write, "Only a draft can be handed in."),
        [Step.Recall] = new([WorkingState.InReview], WorkingState.Draft, Right.Write, "Only what waits for review can be taken back."),
        [Step.Approve] = new([WorkingState.Draft, WorkingState.InReview, WorkingState.Private, WorkingState.Protected], WorkingState.Approved, Right.Approve, "Only what is in work can be approved."),
        [Step.SendBack] = new([WorkingState.InReview, WorkingState.Approved], WorkingState.Draft, Right.Approve, "Only what was handed in can be sent back."),
        [Step.Unschedule] = new([WorkingState.Scheduled], WorkingState.Approved, Right.Publish, "It is not scheduled."),
        [Step.Discard] = new(InWork, WorkingState.Trashed, Right.Write, "Take it off the schedule first."),
        [Step.TakeOut] = new([WorkingState.Trashed], WorkingState.Draft, Right.Write, "It is not in the bin."),
    };

    private WorkingCopy() { }

    /// <param name="dueAt">UTC; of a scheduled one when it goes out.</param>
    public WorkingCopy(long articleId, WorkingState state, DateTime? dueAt, DateTime savedAt, Copy copy) =>
        (ArticleId, State, DueAt, SavedAt, Copy) = (articleId, state, dueAt, savedAt, copy);

    public long ArticleId { get; private set; }

    /// <summary>The number of the draft that it is; 0 for copy that was brought over and not written in since.</summary>
    public int Number { get; private set; }
    public WorkingState State { get; private set; }

    /// <summary>UTC; null when it is not scheduled.</summary>
    public DateTime? DueAt { get; private set; }
    public DateTime SavedAt { get; private set; }

    /// <summary>Who saved it last; null: the program that brought it over.</summary>
    public long? SavedBy { get; private set; }
    public Copy Copy { get; private set; } = null!;
    public Plan Plan { get; private set; } = new();

    /// <summary>The steps that somebody may take now, in the order in which they are shown.</summary>
    public IEnumerable<Step> StepsOf(SignedIn by) => Ways.Where(way => way.Value.From.Contains(State) && by.May(way.Value.Needs)).Select(way => way.Key);

    /// <summary>Null when it was taken. Whether somebody may write in this article at all is asked before.</summary>
    public Refusal? Take(Step step, SignedIn by)
    {
        var way = Ways[step];
        if (!by.May(way.Needs)) return Refusal.NotAllowed("Your role does not allow that.");
        if (!way.From.Contains(State)) return Refusal.Conflict(way.Refused);
        (State, DueAt) = (way.To, null);
        return null;
    }

    /// <summary>Null when it may be written in by somebody who may write in the article.</summary>
    public Refusal? ClosedTo(SignedIn by) => State switch
    {
        WorkingState.Trashed => Refusal.Conflict("It is in the bin. Take it out to write in it."),
        WorkingState.Scheduled when !by.May(Right.Publish) => Refusal.NotAllowed("It is scheduled. Ask an editor to take it off the schedule first."),
        _ => null,
    };

    /// <summary>A further text. What was approved waits for approval again when somebody wrote in it who may not approve.</summary>
    public void Save(int number, Copy copy, SignedIn by, DateTime now)
    {
        (Number, Copy, SavedBy, SavedAt) = (number, copy, by.Id, now);
        if (State == WorkingState.Approved && !by.May(Right.Approve)) State = WorkingState.InReview;
    }

    /// <summary>A further text as another engine had it.</summary>
    public void Bring(WorkingState state, DateTime? dueAt, DateTime savedAt, Copy copy) => (State, DueAt, SavedAt, Copy) = (state, dueAt, savedAt, copy);

    /// <summary>Its time came and it could not go out: somebody has to look.</summary>
    public void Miss() => (State, DueAt) = (WorkingState.Approved, null);

    public void Decide(Plan plan) => Plan = plan;

    /// <summary>It goes out by itself at the time. Moves the time when it is scheduled already.</summary>
    /// <param name="embargo">UTC; null: there is none.</param>
    public Refusal? Schedule(DateTime due, DateTime? embargo, SignedIn by, DateTime now)
    {
        if (!by.May(Right.Publish)) return Refusal.NotAllowed("Your role does not allow that.");
        if (State == WorkingState.Trashed) return Refusal.Conflict("It is in the bin. Take it out to write in it.");
        if (due <= now) return Refusal.Invalid("That time has passed. Publish it now, or choose a later time.").At("due");
        if (due < embargo) return Refusal.Invalid("It is under embargo until then. Choose a time after it.").At("due");
        (State, DueAt) = (WorkingState.Scheduled, due);
        return null;
    }
}
