using Broadsheet.Domain.Articles;
using Broadsheet.Web.Layout.Languages;

namespace Broadsheet.Web.Features.Corrections;

/// <summary>A notice as pages show it.</summary>
/// <param name="Kind">A class of the theme's CSS: "correction", "editors-note".</param>
/// <param name="Label">"Correction", in the page's language.</param>
/// <param name="Text">Plain; its line breaks are shown.</param>
public sealed record NoticeView(string Kind, string Label, Moment At, string Text)
{
    public static NoticeView Of(Correction notice, Language language) => new(notice.Kind.Word(), LabelOf(notice.Kind, language), language.Moment(notice.At), notice.Text);

    public static string LabelOf(CorrectionKind kind, Language language) => language.Say(kind switch
    {
        CorrectionKind.Clarification => "notice_clarification",
        CorrectionKind.Update => "notice_update",
        CorrectionKind.EditorsNote => "notice_editors_note",
        CorrectionKind.Retraction => "notice_retraction",
        _ => "notice_correction",
    });
}
