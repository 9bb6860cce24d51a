using Broadsheet.Data.Reading;
using Broadsheet.Domain.Changes;
using Broadsheet.Web.Layout;

namespace Broadsheet.Web.Features.Cards;

/// <summary>A developing story, by its name.</summary>
public static class StoryLink
{
    private static readonly Question<LinkView> Story = new("select name, slug from story where id = @p0", row => new(row.GetString(0), Links.Story(row.GetString(1))));

    /// <param name="story">Of one that there is.</param>
    public static async Task<LinkView> OfAsync(long story, ReadingRoom room, CancellationToken stop) =>
        (await room.AskAsync(db => Story.FirstAsync(db, stop, story), Names.Story(story)))!;
}
