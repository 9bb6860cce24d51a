namespace Broadsheet.Domain.Articles;

/// <summary>A published article standing in a list that readers see; made anew from its revision at each publication.</summary>
/// <param name="list">Called as the pages name it that hang on it: "articles", "section:7" (with all sections below), "topic:3", "byline:2", "story:1".</param>
/// <param name="publishedAt">UTC; lists are read newest first.</param>
public sealed class Listed(string list, DateTime publishedAt, long articleId)
{
    public string List { get; private set; } = list;
    public DateTime PublishedAt { get; private set; } = publishedAt;
    public long ArticleId { get; private set; } = articleId;
}

/// <summary>A notice as the list of all corrections has it; made anew from the article's revision at each publication.</summary>
/// <param name="position">Among the notices of its article, from 0.</param>
/// <param name="at">UTC; the list is read newest first.</param>
public sealed class ListedCorrection(long articleId, int position, DateTime at, CorrectionKind kind, string text)
{
    public long ArticleId { get; private set; } = articleId;
    public int Position { get; private set; } = position;
    public DateTime At { get; private set; } = at;
    public CorrectionKind Kind { get; private set; } = kind;
    public string Text { get; private set; } = text;
}
