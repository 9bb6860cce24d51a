using Broadsheet.Domain.Articles;

namespace Broadsheet.Domain.Desk;

/// <summary>How a draft came about.</summary>
public enum DraftKind
{
    /// <summary>Somebody saved it.</summary>
    Saved,

    /// <summary>Two people's texts put together, where they do not touch.</summary>
    Merged,

    /// <summary>What stood there before anybody here wrote in it: copy that was brought over.</summary>
    Brought,

    /// <summary>Somebody saved it while another had written in the same place; it waits for a choice.</summary>
    Aside,
}

/// <summary>One save of an article in work. Only ever added, so that nothing that was written is lost.</summary>
/// <param name="number">1 for the first of the article.</param>
/// <param name="basedOn">The number that its writer had on screen; 0: none.</param>
/// <param name="sitting">One window of one browser: a writer's own saves follow one another in it.</param>
public sealed class Draft(long articleId, int number, int basedOn, DraftKind kind, long staffId, string sitting, DateTime savedAt, Copy copy)
{
    public long Id { get; private set; }
    public long ArticleId { get; private set; } = articleId;
    public int Number { get; private set; } = number;
    public int BasedOn { get; private set; } = basedOn;
    public DraftKind Kind { get; private set; } = kind;
    public long StaffId { get; private set; } = staffId;
    public string Sitting { get; private set; } = sitting;
    public DateTime SavedAt { get; private set; } = savedAt;
    public Copy Copy { get; private set; } = copy;
}
