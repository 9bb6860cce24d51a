namespace Broadsheet.Import.Moving;

/// <summary>What stands in an export beside posts and pages.</summary>
internal static class OtherTypes
{
    private const string
        Shown = "used where a piece shows it",
        Sections = "the theme shows the sections",
        Looks = "the theme says how the paper looks",
        Beside = "the theme and the front say what stands beside the articles",
        Hidden = "it helped to write, and no reader saw it",
        Letters = "it holds what readers sent or bought, which is no piece",
        Requests = "it is somebody's request about their own data";

    private static readonly Dictionary<string, string> Reasons = new()
    {
        ["attachment"] = Shown, ["wp_block"] = Shown,
        ["nav_menu_item"] = Sections, ["wp_navigation"] = Sections,
        ["wp_template"] = Looks, ["wp_template_part"] = Looks, ["wp_global_styles"] = Looks, ["custom_css"] = Looks, ["customize_changeset"] = Looks, ["wp_font_family"] = Looks, ["wp_font_face"] = Looks,
        ["elementor_library"] = Looks, ["et_pb_layout"] = Looks, ["fl-builder-template"] = Looks,
        ["sidebar"] = Beside, ["newspack_popups_cpt"] = Beside, ["newspack_ad_codes"] = Beside, ["newspack_spnsrs_cpt"] = Beside,
        ["revision"] = Hidden, ["oembed_cache"] = Hidden, ["amp_validated_url"] = Hidden, ["jp_img_sitemap"] = Hidden, ["jp_sitemap"] = Hidden, ["jp_sitemap_master"] = Hidden,
        ["acf-field"] = Hidden, ["acf-field-group"] = Hidden, ["acf-post-type"] = Hidden, ["acf-taxonomy"] = Hidden, ["wpcf7_contact_form"] = Hidden, ["wpforms"] = Hidden,
        ["feedback"] = Letters, ["flamingo_inbound"] = Letters, ["flamingo_contact"] = Letters, ["shop_order"] = Letters, ["shop_subscription"] = Letters, ["jp_pay_order"] = Letters,
        ["user_request"] = Requests,
    };

    // Counted where they are put to use.
    private static readonly string[] Used = [Corrections.Type, GuestAuthors.Type];

    /// <summary>Why it is no piece of the paper; null when it comes over in another way.</summary>
    public static string? WhyNot(Item item) =>
        item.Type == "newsletter" ? $"\"{item.Title}\", which the paper does not send" : Used.Contains(item.Type) ? item.IsPublic ? null : "it was not public" : Reasons.GetValueOrDefault(item.Type) ?? "the paper has nothing like it";
}
