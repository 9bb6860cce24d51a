using Broadsheet.Data;

namespace Broadsheet.Web.Features.Moving;

/// <summary>Holds a paper that was brought over against itself, from outside: all that is public is asked for on the running site, and what is not is looked for everywhere.</summary>
/// <param name="site">Asks the running site; must follow no redirect.</param>
public sealed class Verification(HttpClient site, Database database)
{
    /// <param name="Address">What was asked for.</param>
    public sealed record Finding(string Address, string What);

    /// <param name="Articles">Asked for by their own address and by their number.</param>
    /// <param name="Comments">Replies that readers may see; each was looked for below its article.</param>
    /// <param name="Addresses">Old ones that lead elsewhere.</param>
    /// <param name="Lists">Pages, feeds and sitemaps that were read for what they name.</param>
    /// <param name="FeedNames">Articles in those feeds that have a name (GUID) of their old site.</param>
    /// <param name="KeptBack">Pieces that readers must not see.</param>
    /// <param name="CommentsKeptBack">Replies that readers must not see.</param>
    /// <param name="Requests">All that the site was asked.</param>
    /// <param name="FindingCount">Also those beyond the list.</param>
    /// <param name="Findings">Empty when all is as it should be; the first ten thousand.</param>
    public sealed record Outcome(
        int Articles, int Comments, int Addresses, int Lists, int FeedNames, int KeptBack, int CommentsKeptBack, int Requests, int FindingCount, IReadOnlyList<Finding> Findings)
    {
        /// <summary>What was asked for, each with how many there were.</summary>
        public IEnumerable<(string What, int Count)> InWords() =>
        [
            ("articles asked for by address and number", Articles),
            ("replies looked for below their articles", Comments),
            ("old addresses followed", Addresses),
            ("lists, feeds and sitemaps read: whatever they name is public", Lists),
            ("articles in feeds compared with what their old feeds called them", FeedNames),
            ("pieces that are not public looked for: by address, number and search", KeptBack),
            ("replies that are not public looked for: below their articles, in feeds and by search", CommentsKeptBack),
        ];
    }

    /// <param name="progress">Told now and then how many addresses have been asked for.</param>
    public async Task<Outcome> RunAsync(Action<int> progress, CancellationToken stop)
    {
        var inquiry = new Inquiry(site, database, progress, stop);
        var (replies, lists) = (new ReplyProof(inquiry), new ListProof(inquiry));
        var articles = await new ArticleProof(inquiry, replies).RunAsync();
        var addresses = await new AddressProof(inquiry, lists).RunAsync();
        await lists.RunAsync();
        var kept = await new KeptBackProof(inquiry).RunAsync();
        return new(articles, replies.Public, addresses, lists.Count, lists.FeedNames, kept, replies.KeptBack, inquiry.Requests, inquiry.FindingCount, inquiry.Findings);
    }
}
