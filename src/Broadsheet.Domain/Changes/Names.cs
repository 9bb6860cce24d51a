namespace Broadsheet.Domain.Changes;

/// <summary>
/// The names of what pages are made of and what writes change. A page names what it read, a write names what it touched;
/// a page is dropped when the two meet. A name with a number is one thing, a name without is a whole set.
/// </summary>
public static class Names
{
    /// <summary>Which articles are published, and when: what a list of all of them shows.</summary>
    public const string Articles = "articles";

    /// <summary>What any article's entry in a list says, its replies aside: for lists that are too long to name each.</summary>
    public const string Cards = "cards";

    /// <summary>The tree of sections: their names, addresses and order.</summary>
    public const string Sections = "sections";

    /// <summary>How many replies any article has.</summary>
    public const string Comments = "comments";

    /// <summary>The slots that an editor fills by hand, and where articles stand that the Top Stories are ranked by.</summary>
    public const string Front = "front";

    /// <summary>What can be found by words.</summary>
    public const string Words = "words";

    /// <summary>Where addresses of the site lead that the paper was brought over from.</summary>
    public const string OldAddresses = "old-addresses";

    /// <summary>Which notices stand at articles.</summary>
    public const string Corrections = "corrections";

    /// <summary>The log of all that was published: how long it is, and its last hash.</summary>
    public const string RevisionLog = "revision-log";

    /// <summary>What waits for a moderator.</summary>
    public const string Queue = "queue";

    /// <summary>The templates, languages and assets of the theme: a thing of one node, not of the database.</summary>
    public const string Theme = "theme";

    /// <summary>An article as its own page shows it.</summary>
    public static string Article(long id) => $"article:{id}";

    /// <summary>An article as lists show it, with the number of replies.</summary>
    public static string Card(long id) => $"card:{id}";

    /// <summary>The replies below an article.</summary>
    public static string CommentsOn(long articleId) => $"comments:{articleId}";

    /// <summary>What a reply touches that comes to be seen, or is seen no more: the thread, and the number beside the headline wherever it stands.</summary>
    public static string[] Replies(long articleId) => [CommentsOn(articleId), Card(articleId), Comments, Queue];

    /// <summary>Which articles to read also below this one.</summary>
    public static string Related(long articleId) => $"related:{articleId}";

    /// <summary>Which articles stand in a section or below it. The others, of a topic and so on, likewise, and with their own name.</summary>
    public static string Section(long id) => $"section:{id}";

    public static string Topic(long id) => $"topic:{id}";

    public static string Byline(long id) => $"byline:{id}";

    public static string Story(long id) => $"story:{id}";

    /// <summary>Which articles are dated in a month of UTC.</summary>
    public static string Month(DateTime at) => $"month:{at:yyyy-MM}";

    // What an answer hangs on that found none of a kind: nothing. Such a name is never touched.
    public const string NoArticle = "article", NoCard = "card", NoTopic = "topic", NoByline = "byline", NoStory = "story";

    public static bool IsNone(string name) => name is NoArticle or NoCard or NoTopic or NoByline or NoStory;

    /// <summary>What comes before the number: "card" of "card:42"; a set is its own kind.</summary>
    public static string KindOf(string name) => name.IndexOf(':') is > 0 and var at ? name[..at] : name;
}
