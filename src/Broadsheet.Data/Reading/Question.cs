using System.Data.Common;
using System.Text.Json;
using Microsoft.Data.Sqlite;

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
        var sql = db.IsPostgres ? postgres : sqlite;
        QuestionGuard.See(sql, db);
        await using var command = db.Command(sql) is var asked && asked is SqliteCommand file ? db.Ready.For(file) : asked;
        for (var at = 0; at < values.Length; at++) Bind(command, $"@p{at}", values[at] is long[] ids && !db.IsPostgres ? JsonSerializer.Serialize(ids) : values[at]);
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
