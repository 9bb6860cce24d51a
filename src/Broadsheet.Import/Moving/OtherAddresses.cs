using Broadsheet.Data;
using Broadsheet.Data.Moving;
using Broadsheet.Domain.Addresses;
using Broadsheet.Domain.Articles;
using Microsoft.EntityFrameworkCore;

namespace Broadsheet.Import.Moving;

/// <summary>Old addresses of what is no piece: attachments, corrections, and redirects that the site had beside its engine's own. To be used while holding the write lock, when the pieces are there.</summary>
internal sealed class OtherAddresses(NewsDb db, Move move, CancellationToken stop)
{
    private readonly PatternBook patterns = new(db, stop);

    /// <summary>An attachment's own page leads to the piece it was uploaded to, where readers may see that, and else to the picture itself.</summary>
    public async Task EnterAttachmentsAsync(IEnumerable<(long, ExportIndex.Attachment)> attachments)
    {
        foreach (var (id, attachment) in attachments)
        {
            if (await TargetAsync(attachment) is not { } target) continue;
            move.Addresses.EnterQuery("attachment_id", $"{id}", target);
            if (attachment.Path is { } path && !path.Contains('?')) move.Addresses.EnterWhole(path, target);
        }
    }

    /// <summary>A correction's own page leads to the article that it is of.</summary>
    public async Task EnterCorrectionsAsync()
    {
        foreach (var correction in move.Index.Corrections.All)
        {
            if (await PieceAsync(correction.ArticleId) is not { } target)
            {
                move.Report.LeaveOut($"{Corrections.Type}: of nothing that readers can see");
                continue;
            }
            move.Report.Count("corrections");
            if (correction.Path is { } path) move.Addresses.EnterWhole(path, target);
        }
    }

    private async Task<string?> TargetAsync(ExportIndex.Attachment attachment) => await PieceAsync(attachment.ParentId) ?? await PictureAsync(attachment.Url);

    private async Task<string?> PictureAsync(string address)
    {
        if (UploadName.Of(address) is not { } name) return null;
        var path = move.Index.Site.Below(name[1..]);
        return await db.OldAddresses.Where(a => a.Path == path).Select(a => a.Target).FirstOrDefaultAsync(stop);
    }

    /// <summary>Where readers see the piece that had the number; null when they do not.</summary>
    private async Task<string?> PieceAsync(long number)
    {
        var path = number == 0 ? null : await db.Brought.AsNoTracking().Where(b => b.Source == move.Index.Site.Source && b.Kind == Brought.Article && b.OldId == number)
            .Join(db.Articles.Where(a => a.State == ArticleState.Published), b => b.NewId, a => a.Id, (_, a) => a.Path).FirstOrDefaultAsync(stop);
        return path is null ? null : AddressText.Encoded(path);
    }

    public async Task EnterRedirectsAsync(string file)
    {
        foreach (var rule in RedirectList.Read(file, move.Report))
            if (rule.IsPattern) await EnterPatternAsync(rule);
            else await EnterRedirectAsync(rule);
    }

    private async Task EnterPatternAsync(RedirectList.Rule rule)
    {
        if (await patterns.EnterAsync(rule.From, TargetOf(rule)) is { } refusal) move.Report.Fault(rule.At, $"the redirect of {rule.From} was left out: {refusal}");
        else move.Report.Count("redirects by a pattern");
    }

    private async Task EnterRedirectAsync(RedirectList.Rule rule)
    {
        var target = TargetOf(rule);
        if (move.Index.Site.PathOf(rule.From) is not { } path || path == "/" || !target.StartsWith('/') || target.StartsWith("//", StringComparison.Ordinal)) move.Report.LeaveOut("redirect: to another site");
        else if (AddressText.Encoded(path).TrimEnd('/') == target.TrimEnd('/')) move.Report.LeaveOut("redirect: to itself");
        else if (!await move.Addresses.IsFreeAsync(path)) move.Report.LeaveOut("redirect: of an address that has a piece of its own");
        else
        {
            move.Addresses.EnterWhole(path, target);
            move.Report.Count("redirects");
        }
    }

    private string TargetOf(RedirectList.Rule rule) => AddressText.Whole(move.Index.Site.Here(rule.To));
}
