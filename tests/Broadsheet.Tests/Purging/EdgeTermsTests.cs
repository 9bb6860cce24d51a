using System.Text;
using Broadsheet.Data.Reading;
using Broadsheet.Web.Caching;
using Microsoft.AspNetCore.Http;

namespace Broadsheet.Tests.Purging;

public sealed class EdgeTermsTests
{
    private static readonly DateTime Now = new(2026, 3, 1, 12, 0, 0, DateTimeKind.Utc);

    [Fact]
    public void A_page_may_be_kept_as_long_as_it_holds()
    {
        Assert.Equal("max-age=86400, stale-if-error=604800", Told(Page()));
        Assert.Equal("max-age=90, stale-if-error=604800", Told(Page(until: Now.AddSeconds(90.9))));
        Assert.Equal("", Told(Page(until: Now.AddSeconds(0.9))));
        Assert.Equal("", Told(Page(until: Now.AddSeconds(-5))));
    }

    [Fact]
    public void What_is_one_persons_or_cannot_be_named_is_not_kept_in_front()
    {
        Assert.Equal("", Told(Page(cacheControl: "no-store")));
        Assert.Equal("", Told(Page(names: [])));
        Assert.Equal("", Told(Page(names: Enumerable.Range(0, 1000).Select(n => $"card:{n}"))));
    }

    [Fact]
    public void With_nothing_in_front_nothing_is_said() => Assert.Equal("", Told(Page(), inFront: false));

    private static string Told(KeptPage page, bool inFront = true)
    {
        var headers = new HeaderDictionary();
        new EdgeTerms(new Noon(), TimeSpan.FromDays(1), inFront ? [EdgeTerms.Standard] : []).Add(headers, page);
        return headers[EdgeTerms.Standard].ToString();
    }

    private static KeptPage Page(string cacheControl = "no-cache", DateTime? until = null, IEnumerable<string>? names = null)
    {
        var sources = new Sources();
        sources.Name(names ?? ["article:1"]);
        if (until is { } moment) sources.Until(moment);
        return new KeptPage(new Answer(200, "text/html", cacheControl, Encoding.UTF8.GetBytes("page")), sources, Coding.Plain);
    }

    private sealed class Noon : TimeProvider
    {
        public override DateTimeOffset GetUtcNow() => Now;
    }
}
