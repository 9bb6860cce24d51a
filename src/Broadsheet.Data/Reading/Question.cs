using System.Data.Common;
using System.Text.Json;

namespace Broadsheet.Data.Reading;

/// <summary>
/// A question written in SQL, for what readers' pages ask all the time: to build and compile it from LINQ, and to read its answer through a model,
/// costs more than the answer, and the model's making would hold up the first page of a program. To be put within <see cref="ReadingRoom.AskAsync"/>.
/// </summary>
/// <param name="sql">One text for both databases. Its values are @p0, @p1, …; "in @p0" is for a list of ids.</param>
/// <param name="row">What is made of each row, by the columns' places.</param>
public sealed class Question<T>(string sql, Func<DbDataReader, T> row)
{
    private readonly string sqlite = sql.Replace("in @p0", "in (select value from json_each(@p0))"), postgres = sql.Replace("in @p0", "= any (@p0)");

    /// <param name="values">long, int, string, or an array of ids.</param>
    public async Task<List<T>> AllAsync(NewsDb db, CancellationToken stop, params object[] values)
    {
        await using var command = db.IsPostgres ? db.Ready.For(postgres, db) : db.Ready.For(sqlite, db);
        for (var at = 0; at < values.Length; at++) Bind(command, $"@p{at}", values[at] is long[] ids && !db.IsPostgres ? JsonSerializer.Serialize(ids) : values[at]);
        QuestionGuard.See(command.CommandText, db);
        await using var rows = await command.ExecuteReaderAsync(stop);
        List<T> all = [];
        while (await rows.ReadAsync(stop)) all.Add(row(rows));
        return all;
    }

    /// <summary>The first of them; null when there is none.</summary>
    public async Task<T?> FirstAsync(NewsDb db, CancellationToken stop, params object[] values) => (await AllAsync(db, stop, values)).FirstOrDefault();

    private static void Bind(DbCommand command, string name, object value)
    {
        var parameter = command.CreateParameter();
        (parameter.ParameterName, parameter.Value) = (name, value);
        command.Parameters.Add(parameter);
    }
}

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
