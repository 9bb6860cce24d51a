using Broadsheet.Domain.Staff;
using Broadsheet.Web.Hosting;

namespace Broadsheet.Web.Layout.Newsrooms;

/// <summary>What every component of a newsroom page can ask for: <c>[CascadingParameter] public Visit Visit { get; set; } = null!;</c></summary>
/// <param name="Me">Null on the pages that come before signing in.</param>
/// <param name="Path">Of this page, as it was asked for.</param>
/// <param name="Token">Shows that a form is ours; <see cref="Token"/> the component writes it into one, a script sends it as a header.</param>
public sealed record Visit(string Title, SignedIn? Me, string Path, string Token, IReadOnlyList<MenuEntry> Menu, SiteSettings Paper, NewsroomFiles Files)
{
    public bool May(Right right) => Me?.May(right) is true;

    /// <summary>The address of a file in the folder newsroom/.</summary>
    public string File(string name) => Files.UrlOf(name);

    /// <summary>In the paper's zone.</summary>
    public DateTime Local(DateTime moment) => TimeZoneInfo.ConvertTimeFromUtc(DateTime.SpecifyKind(moment, DateTimeKind.Utc), Paper.Zone);
}
