using Broadsheet.Data.Reading;
using Broadsheet.Domain;
using Broadsheet.Web.Hosting;
using Broadsheet.Web.Layout.Languages;
using Microsoft.AspNetCore.Hosting.Server;
using Microsoft.AspNetCore.Hosting.Server.Features;

namespace Broadsheet.Web.Layout;

/// <summary>What every page says of the paper itself.</summary>
public sealed record SiteView(
    string Name, string Tagline, string Language, string Direction, string Url, string FeedUrl, string SearchUrl,
    IReadOnlyList<SectionView> Sections, Func<Moment> AskToday)
{
    /// <summary>A page that says it holds until the day ends.</summary>
    public Moment Today => AskToday();
}

/// <summary>The paper as its pages know it.</summary>
public sealed class Site(SiteSettings settings, Theme theme, IServer server, TimeProvider clock)
{
    private string? url;

    public string Name => settings.Name;
    public string Tagline => settings.Tagline;
    public TimeZoneInfo Zone => settings.Zone;

    /// <summary>The languages of the interface, as the theme has them now.</summary>
    public LanguageShelf Languages => theme.Current.Languages;
    public Language Language => Languages.Site;

    /// <summary>Without a slash at the end. Not from the request: a page is the same for whoever asks, by whatever name.</summary>
    public string Url => settings.Url ?? (url ??= server.Features.Get<IServerAddressesFeature>()?.Addresses.FirstOrDefault()?.TrimEnd('/')) ?? "http://localhost:5000";

    public string Absolute(string path) => Url + path;

    /// <summary>"A headline – The Paper".</summary>
    public string Titled(string title) => $"{title} – {Name}";

    public SiteView View(SectionTree? sections, Sources sources) =>
        new(Name, Tagline, Language.Tag, Language.Direction, Url, "/feed/", "/search", sections?.Roots ?? [], () => Today(sources));

    /// <summary>If so, the page holds until the day ends. What was not today will never be.</summary>
    public bool IsToday(DateTime? moment, Sources sources)
    {
        if (moment is null || DayOf(moment.Value) < DayOf(clock.UtcNow())) return false;
        HoldsToday(sources);
        return true;
    }

    private Moment Today(Sources sources)
    {
        HoldsToday(sources);
        return Language.Moment(clock.UtcNow());
    }

    private void HoldsToday(Sources sources)
    {
        var tomorrow = DayOf(clock.UtcNow()).AddDays(1);
        while (Zone.IsInvalidTime(tomorrow)) tomorrow = tomorrow.AddMinutes(30);
        sources.Until(TimeZoneInfo.ConvertTimeToUtc(tomorrow, Zone));
    }

    private DateTime DayOf(DateTime moment) => TimeZoneInfo.ConvertTimeFromUtc(moment, Zone).Date;
}
