using System.Text.Json.Nodes;
using Broadsheet.Web.Layout;

namespace Broadsheet.Web.Features.Cards;

/// <summary>The paper itself in schema.org's words.</summary>
public static class Publisher
{
    public static string JsonLd(Site site) => JsonLdText.Of(new JsonObject
    {
        ["@context"] = "https://schema.org", ["@type"] = "WebSite", ["name"] = site.Name, ["url"] = site.Absolute("/"), ["inLanguage"] = site.Language.Tag,
        ["publisher"] = Node(site),
        ["potentialAction"] = new JsonObject
        {
            ["@type"] = "SearchAction", ["target"] = site.Absolute("/search?q={search_term_string}"), ["query-input"] = "required name=search_term_string",
        },
    });

    public static JsonObject Node(Site site) => new()
    {
        ["@type"] = "NewsMediaOrganization", ["name"] = site.Name, ["url"] = site.Absolute("/"),
        ["logo"] = new JsonObject { ["@type"] = "ImageObject", ["url"] = site.Absolute("/theme/social.jpg"), ["width"] = 1200, ["height"] = 630 },
    };
}
