using System.Globalization;
using Broadsheet.Domain.Text;

namespace Broadsheet.Web.Features.Board;

/// <summary>What the board is narrowed to; what is null or empty narrows nothing.</summary>
/// <param name="Column">One column alone, and all of it.</param>
/// <param name="Person">Part of a credited name, or of whoever saved it last.</param>
/// <param name="Date">A day in the paper's zone, "2026-12-01": pieces saved, due or published on it.</param>
/// <param name="Query">Words that the headline or the text must hold.</param>
public sealed record BoardFilter(string? Column, long? Section, string? Person, long? Story, string? Date, string? Query)
{
    public bool IsEmpty => Column is null && Section is null && string.IsNullOrWhiteSpace(Person) && Story is null && Day is null && string.IsNullOrWhiteSpace(Query);

    public DateOnly? Day => DateOnly.TryParseExact(Date, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var day) ? day : null;

    public bool Is(string column) => Column is null || Column == column;

    public bool HasPerson(params IEnumerable<string?> names) => string.IsNullOrWhiteSpace(Person) || names.Any(n => n?.Contains(Person.Trim(), StringComparison.CurrentCultureIgnoreCase) is true);

    public bool IsOn(DateTime moment, TimeZoneInfo zone) => Day is not { } day || DateOnly.FromDateTime(TimeZoneInfo.ConvertTimeFromUtc(moment, zone)) == day;

    public bool HasWords(string headline, string body) => string.IsNullOrWhiteSpace(Query)
        || Query.Split(' ', StringSplitOptions.RemoveEmptyEntries).All(word => headline.Contains(word, StringComparison.CurrentCultureIgnoreCase) || PlainText.Of(body).Contains(word, StringComparison.CurrentCultureIgnoreCase));
}
