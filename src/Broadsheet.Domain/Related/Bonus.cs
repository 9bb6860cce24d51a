namespace Broadsheet.Domain.Related;

/// <summary>What speaks for a link beside the words: one story, common topics, nearness in time. Never below one.</summary>
internal static class Bonus
{
    private const float SameStory = 0.3f, AllTopics = 0.05f, SameDay = 0.05f;
    private const double DaysUntilHalf = 7;

    public static float Of(Card one, Card other) =>
        1 + Story(one, other) + AllTopics * CommonTopics(one.Topics, other.Topics) + SameDay * Nearness(one, other);

    private static float Story(Card one, Card other) =>
        one.StoryId is { } story && other.StoryId == story ? SameStory : 0;

    private static float CommonTopics(int[] one, int[] other) =>
        one.Length == 0 ? 0 : (float)one.Count(other.Contains) / Math.Max(one.Length, other.Length);

    private static float Nearness(Card one, Card other) =>
        one.PublishedAt - other.PublishedAt is { } apart
            ? (float)(DaysUntilHalf / (DaysUntilHalf + Math.Abs(apart.TotalDays)))
            : 0;
}
