using System.Data.Common;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Storage;

namespace Broadsheet.Data.Writing;

/// <summary>A statement that is put again and again with other values, past the context and within the transaction of the moment. For one thread.</summary>
internal sealed class RepeatedStatement : IAsyncDisposable
{
    private readonly NewsDb db;
    private readonly DbCommand command;

    /// <param name="sql">Its values are called @0, @1, …</param>
    /// <param name="values">How many there are.</param>
    public RepeatedStatement(NewsDb db, string sql, int values)
    {
        (this.db, command) = (db, db.Database.GetDbConnection().CreateCommand());
        command.CommandText = sql;
        for (var at = 0; at < values; at++)
        {
            var parameter = command.CreateParameter();
            parameter.ParameterName = $"@{at}";
            command.Parameters.Add(parameter);
        }
    }

    public Task<int> PutAsync(CancellationToken stop, params ReadOnlySpan<object?> values)
    {
        command.Transaction = db.Database.CurrentTransaction!.GetDbTransaction();
        for (var at = 0; at < values.Length; at++) command.Parameters[at].Value = values[at] ?? DBNull.Value;
        return command.ExecuteNonQueryAsync(stop);
    }

    public ValueTask DisposeAsync() => command.DisposeAsync();
}
