using System.Text.Json.Nodes;
using Broadsheet.Domain.Text;
using Broadsheet.Web.Features.Cards;
using Broadsheet.Web.Features.Corrections;
using Broadsheet.Web.Layout;

namespace Broadsheet.Web.Features.Articles;

/// <summary>An article in schema.org's words, for search engines.</summary>
public static class ArticleMarkup
{
    private const int LongestHeadline = 110;

    public static IReadOnlyList<string> Of(ArticleView article, Site site) => [JsonLdText.Of(NewsArticle(article, site)), JsonLdText.Of(Trail(article, site))];

    private static JsonObject NewsArticle(ArticleView article, Site site)
    {
        var node = Plain(article, site);
        List<NoticeView> notices = [.. article.Grave, .. article.Notices];
        if (notices.Count == 0) return node;
        node["correction"] = new JsonArray([.. notices.Select(n => (JsonNode)new JsonObject
        {
            ["@type"] = "CorrectionComment", ["name"] = n.Label, ["text"] = n.Text, ["datePublished"] = n.At.Iso, ["url"] = site.Absolute(article.Url) + "#notices",
        })]);
        return node;
    }

    private static JsonObject Plain(ArticleView article, Site site) => new()
    {
        ["@context"] = "https://schema.org", ["@type"] = "NewsArticle",
        ["headline"] = PlainText.Shorten(article.Headline, LongestHeadline), ["description"] = article.Standfirst,
        ["mainEntityOfPage"] = site.Absolute(article.Url), ["url"] = site.Absolute(article.Url), ["inLanguage"] = article.Language,
        ["datePublished"] = article.Published.Iso, ["dateModified"] = article.Modified.Iso,
        ["author"] = Authors(article, site), ["publisher"] = Publisher.Node(site), ["articleSection"] = article.Section.Name,
        ["keywords"] = new JsonArray([.. article.Topics.Select(t => (JsonNode)t.Name)]), ["wordCount"] = article.Words, ["isAccessibleForFree"] = true,
        ["image"] = new JsonArray(site.Absolute(article.Picture?.SocialUrl ?? "/theme/social.jpg")),
    };

    private static JsonArray Authors(ArticleView article, Site site) => article.Bylines.Count == 0
        ? new JsonArray(Publisher.Node(site))
        : new JsonArray([.. article.Bylines.Select(b => Person(b, site))]);

    private static JsonObject Person(BylineView byline, Site site)
    {
        var person = new JsonObject { ["@type"] = "Person", ["name"] = byline.Name };
        if (byline.Url is not null) person["url"] = site.Absolute(byline.Url);
        return person;
    }

    private static JsonObject Trail(ArticleView article, Site site) => new()
    {
        ["@context"] = "https://schema.org", ["@type"] = "BreadcrumbList",
        ["itemListElement"] = new JsonArray([.. article.Trail.Append(new LinkView(article.Headline, article.Url)).Select((step, index) => (JsonNode)new JsonObject
        {
            ["@type"] = "ListItem", ["position"] = index + 1, ["name"] = step.Name, ["item"] = site.Absolute(step.Url),
        })]),
    };
}
