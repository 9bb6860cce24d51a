namespace Broadsheet.Import.Moving;

/// <summary>Ways to sort pieces that WordPress does not bring itself ("series", "location"): what readers of the old site saw of them becomes topics.</summary>
internal sealed class Taxonomies
{
    // Sections, topics and bylines come of these.
    private static readonly string[] Own = ["category", "post_tag", "author"];

    // How WordPress and its plugins work inside: what no reader saw, or what belongs to things that are no pieces.
    private static readonly HashSet<string> Internal =
    [
        "post_format", "nav_menu", "link_category", "language", "post_translations", "term_language", "term_translations", "translation_priority", "action-group", "amp_validation_error",
        "yst_prominent_words", "post_status", "following_users", "ef_usergroup", "ef_editorial_meta", "pp_usergroup", "newspack_popups_taxonomy", "media_category", "attachment_category", "attachment_tag",
        "fl-builder-template-type", "fl-builder-template-category", "et_code_snippet_type", "layout_category", "layout_tag", "module_width", "scope", "bp-email-type", "mediapress_type",
    ];

    private static readonly string[] InternalBeginnings = ["_", "wp_", "elementor_", "product_", "pa_", "edd_", "jp_", "tribe_events_", "bbp_", "topic-tag", "wpforms_", "wpcode_", "ngg_"];

    private const int MostNested = 20;

    private readonly Dictionary<(string Taxonomy, string Slug), Term> terms = [];

    /// <summary>Whether readers could see what stands where in it.</summary>
    public static bool IsShown(string taxonomy) => !Own.Contains(taxonomy) && !Internal.Contains(taxonomy) && !InternalBeginnings.Any(beginning => taxonomy.StartsWith(beginning, StringComparison.Ordinal));

    public void Note(Term term, MoveReport report)
    {
        if (IsShown(term.Taxonomy)) terms.TryAdd((term.Taxonomy, term.Slug), term);
        else if (!Own.Contains(term.Taxonomy)) report.LeaveOut($"term of {term.Taxonomy}: {(term.Taxonomy == "nav_menu" ? "a menu; the theme shows the sections" : "no reader saw it, or it sorts what is no piece")}");
    }

    /// <summary>Where the old site listed what carries the mark, below its root: by its own name, and within the terms around it.</summary>
    public IEnumerable<string> PathsOf(Mark mark)
    {
        var path = mark.Slug;
        yield return $"{mark.Taxonomy}/{path}/";
        for (var (at, steps) = (mark.Slug, 0); steps < MostNested && terms.GetValueOrDefault((mark.Taxonomy, at)) is { Parent.Length: > 0 } term; at = term.Parent, steps++)
            yield return $"{mark.Taxonomy}/{path = $"{term.Parent}/{path}"}/";
    }
}
