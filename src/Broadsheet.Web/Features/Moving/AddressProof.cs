using Broadsheet.Domain.Articles;
using Broadsheet.Web.Layout;

namespace Broadsheet.Web.Features.Moving;

/// <summary>Does every old address lead for good to where it should, and is there a page?</summary>
internal sealed class AddressProof(Inquiry inquiry, ListProof lists)
{
    /// <returns>How many there are.</returns>
    public async Task<int> RunAsync()
    {
        var addresses = inquiry.RowsAsync("", (db, last) => db.OldAddresses.Where(a => string.Compare(a.Path, last) > 0).OrderBy(a => a.Path).Select(a => new { a.Path, a.Target }), a => a.Path);
        var count = await inquiry.EachAsync(addresses, address => LeadsAsync(inquiry, address.Path, address.Target));
        // The articles have been asked for; these are the sections, topics, authors and pictures.
        var targets = inquiry.StreamAsync(db => db.OldAddresses.Where(o => !db.Articles.Any(a => a.Path == o.Target && a.State == ArticleState.Published)).Select(o => o.Target).Distinct());
        await inquiry.EachAsync(targets, AnswersAsync);
        return count;
    }

    /// <param name="path">Decoded; or a path with its query.</param>
    public static async Task LeadsAsync(Inquiry inquiry, string path, string target)
    {
        var address = path.Contains('?') ? path : Links.Encoded(path);
        var answer = await inquiry.GetAsync(address);
        // Two things of the old site may have had one address; the one that has it now answers itself.
        if (answer.Status == 200 && !path.Contains('?')) return;
        if (answer.Status != 301 || answer.Location != target) inquiry.Find(address, $"answers {answer.Told}; it should lead to {target}");
    }

    private async Task AnswersAsync(string target)
    {
        var answer = await inquiry.GetAsync(target);
        if (answer.Status is not (200 or 301)) inquiry.Find(target, $"is where old addresses lead, and answers {answer.Told}");
        else if (answer.IsPage) await lists.LookAsync(target, answer);
    }
}
