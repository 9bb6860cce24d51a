using System.Data.Common;
using System.Text.Json;

namespace Broadsheet.Data.Reading;

/// <summary>A question that readers' pages ask, in SQL. To be put within <see cref="ReadingRoom.AskAsync"/>.</summary>
/// <param name="row">What is made of each row, by the columns' places.</param>
public sealed class Question<T>(string sqlite, string postgres, Func<DbDataReader, T> row)
{
    /// <param name="sql">One text for both databases. Its values are @p0, @p1, …; "in @p0" is for a list of ids.</param>
    public Question(string sql, Func<DbDataReader, T> row)
        : this(sql.Replace("in @p0", "in (select value from json_each(@p0))"), sql.Replace("in @p0", "= any (@p0)"), row) { }

    /// <param name="values">long, int, string, a time in UTC, or an array of ids.</param>
    public async Task<List<T>> AllAsync(ReadingConnection db, CancellationToken stop, params object[] values)
    {
        await using var command = db.Command(db.IsPostgres ? postgres : sqlite);
        for (var at = 0; at < values.Length; at++) Bind(command, $"@p{at}", values[at] is long[] ids && !db.IsPostgres ? JsonSerializer.Serialize(ids) : values[at]);
        await using var rows = await command.ExecuteReaderAsync(stop);
        List<T> all = [];
        while (await rows.ReadAsync(stop)) all.Add(row(rows));
        return all;
    }

    /// <summary>The first of them; the default of its type when there is none.</summary>
    public async Task<T?> FirstAsync(ReadingConnection db, CancellationToken stop, params object[] values) => (await AllAsync(db, stop, values)).FirstOrDefault();

    private static void Bind(DbCommand command, string name, object value)
    {
        var parameter = command.CreateParameter();
        (parameter.ParameterName, parameter.Value) = (name, value);
        command.Parameters.Add(parameter);
    }
}
