namespace Broadsheet.Domain.Topics;

/// <summary>A tag that articles of any section share.</summary>
public sealed class Topic(string name, string slug)
{
    public long Id { get; private set; }
    public string Name { get; private set; } = name;
    public string Slug { get; private set; } = slug;
}

/// <summary>Says which topics a published article stands under now; made anew from its revision at each publication.</summary>
public sealed class ArticleTopic(long articleId, long topicId)
{
    public long ArticleId { get; private set; } = articleId;
    public long TopicId { get; private set; } = topicId;
}
