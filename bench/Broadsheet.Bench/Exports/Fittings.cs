namespace Broadsheet.Bench.Exports;

/// <summary>What an export holds beside its posts: menus, templates, a reusable block, pages within pages.</summary>
internal static class Fittings
{
    public const long ReusableId = 20;

    private const string Day = "2020-02-02 02:02:02";

    public static IEnumerable<ExportItem> All =>
    [
        new(ReusableId, "wp_block", "Write to us", "<!-- wp:paragraph -->\n<p>Write to us if you know more.</p>\n<!-- /wp:paragraph -->", Day),
        new(21, "wp_global_styles", "Custom Styles", """{"version":3,"isGlobalStylesUserThemeJSON":true}""", Day),
        new(22, "wp_template", "Single Posts", "<!-- wp:post-content /-->", Day),
        new(23, "wp_navigation", "Navigation", "<!-- wp:page-list /-->", Day),
        new(24, "custom_css", "gazette", "body { color: black }", Day),
        MenuItem(31, "World", 101), MenuItem(32, "Politics", 104), MenuItem(33, "Business", 107),
        // The child before its parent, as an export by number has it where the parent was made later.
        Page(41, "Our history", "about/our-history", 42), Page(42, "About us", "about", 0), Page(43, "The founders", "about/our-history/the-founders", 41), Page(44, "Imprint", "imprint", 0),
    ];

    private static ExportItem MenuItem(long id, string title, long category) => new(id, "nav_menu_item", title, "", Day)
    {
        Marks = [new("nav_menu", "main", "Main")], Meta = [("_menu_item_type", "taxonomy"), ("_menu_item_object", "category"), ("_menu_item_object_id", $"{category}"), ("_menu_item_menu_item_parent", "0")],
    };

    private static ExportItem Page(long id, string title, string path, long parent) =>
        new(id, "page", title, $"<!-- wp:paragraph -->\n<p>{title}: what there is to say of it.</p>\n<!-- /wp:paragraph -->", Day) { Slug = path.Split('/')[^1], Link = $"{OldPaper.Site}/{path}/", ParentId = parent };
}
