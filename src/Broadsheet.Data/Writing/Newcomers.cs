using Broadsheet.Domain.Bylines;
using Broadsheet.Domain.Changes;
using Broadsheet.Domain.Sections;
using Broadsheet.Domain.Stories;
using Broadsheet.Domain.Topics;

namespace Broadsheet.Data.Writing;

/// <summary>Sections, topics, stories and bylines that are named for the first time. To be used while holding the <see cref="Write"/>.</summary>
public static class Newcomers
{
    /// <summary>Gives the row its number, and says what hangs on it.</summary>
    public static async Task<T> EnterAsync<T>(NewsDb db, T row, CancellationToken stop) where T : class
    {
        db.Add(row);
        await db.SaveChangesAsync(stop);
        db.Touch(NameOf(row));
        return row;
    }

    private static string NameOf<T>(T row) => row switch
    {
        Section => Names.Sections,
        Topic topic => Names.Topic(topic.Id),
        Story story => Names.Story(story.Id),
        Byline byline => Names.Byline(byline.Id),
        _ => throw new ArgumentException($"{typeof(T).Name} has no name in this book."),
    };
}
