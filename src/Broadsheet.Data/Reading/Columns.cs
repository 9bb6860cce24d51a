using System.Data.Common;
using System.Text.Json;

namespace Broadsheet.Data.Reading;

/// <summary>The columns of a row as the tables have them: times in UTC, lists as JSON.</summary>
public static class Columns
{
    public static string? TextOrNull(this DbDataReader row, int at) => row.IsDBNull(at) ? null : row.GetString(at);

    public static long? NumberOrNull(this DbDataReader row, int at) => row.IsDBNull(at) ? null : row.GetInt64(at);

    public static DateTime Time(this DbDataReader row, int at) => DateTime.SpecifyKind(row.GetDateTime(at), DateTimeKind.Utc);

    public static DateTime? TimeOrNull(this DbDataReader row, int at) => row.IsDBNull(at) ? null : row.Time(at);

    public static T Json<T>(this DbDataReader row, int at) => JsonSerializer.Deserialize<T>(row.GetString(at), JsonSerializerOptions.Default)!;

    public static T? JsonOrNull<T>(this DbDataReader row, int at) where T : class => row.IsDBNull(at) ? null : row.Json<T>(at);
}
