using System.Globalization;

namespace Broadsheet.Bench.Exports;

/// <summary>One item of an export, with the words that WordPress has for it.</summary>
/// <param name="Date">As the file has it: "2019-03-04 05:06:07", or what a broken one has there.</param>
public sealed record ExportItem(long Id, string Type, string Title, string Content, string Date)
{
    public string Status { get; init; } = "publish";
    public string Link { get; init; } = $"{OldPaper.Site}/?p={Id}";
    public string Guid { get; init; } = $"{OldPaper.Site}/?p={Id}";
    public string Slug { get; init; } = "";
    public string Creator { get; init; } = "anna-abbott";
    public string Excerpt { get; init; } = "";
    public string Password { get; init; } = "";
    public string? AttachmentUrl { get; init; }
    public long ParentId { get; init; }
    public bool Sticky { get; init; }
    public IReadOnlyList<ExportMark> Marks { get; init; } = [];
    public IReadOnlyList<(string Key, string Value)> Meta { get; init; } = [];
    public IReadOnlyList<ExportReply> Replies { get; init; } = [];

    /// <summary>At the address that WordPress gives by year, month and slug.</summary>
    public ExportItem At(string slug, DateTime day) => this with { Slug = slug, Link = $"{OldPaper.Site}/{day:yyyy}/{day:MM}/{slug}/" };

    public static string Moment(DateTime at) => at.ToString("yyyy-MM-dd HH:mm:ss", CultureInfo.InvariantCulture);
}

/// <param name="Taxonomy">"category", "post_tag", "author" (Co-Authors Plus), "nav_menu".</param>
public sealed record ExportMark(string Taxonomy, string Slug, string Name);

/// <param name="ParentId">0: it answers the post.</param>
/// <param name="Approved">"1", "0", "spam", "trash".</param>
public sealed record ExportReply(long Id, string Author, string Email, string Date, string Content, string Approved = "1", string Type = "comment", long ParentId = 0);
