using System.Data.Common;
using Microsoft.Data.Sqlite;

namespace Broadsheet.Data.Exporting;

/// <summary>What a column holds, in whichever database.</summary>
internal enum ColumnKind { Number, Real, Truth, Time, Bytes, Text }

/// <summary>A column as the database itself describes it, so that an export follows the schema without being told.</summary>
internal sealed record TableColumn(string Name, ColumnKind Kind)
{
    public static async Task<List<TableColumn>> OfAsync(DbConnection connection, DbTransaction? transaction, string table, CancellationToken stop)
    {
        await using var command = connection.CreateCommand();
        command.Transaction = transaction;
        command.CommandText = connection is SqliteConnection
            ? "select name, type from pragma_table_info(@table)"
            : "select column_name, data_type from information_schema.columns where table_schema = current_schema() and table_name = @table order by ordinal_position";
        var parameter = command.CreateParameter();
        (parameter.ParameterName, parameter.Value) = ("@table", table);
        command.Parameters.Add(parameter);
        await using var rows = await command.ExecuteReaderAsync(stop);
        List<TableColumn> columns = [];
        while (await rows.ReadAsync(stop)) columns.Add(new(rows.GetString(0), KindOf(table, rows.GetString(0), rows.GetString(1))));
        return columns;
    }

    private static ColumnKind KindOf(string table, string name, string type) => type.ToLowerInvariant() switch
    {
        "bigint" or "integer" or "smallint" => ColumnKind.Number,
        "real" or "double precision" => ColumnKind.Real,
        "boolean" => ColumnKind.Truth,
        "timestamptz" or "timestamp with time zone" => ColumnKind.Time,
        "blob" or "bytea" => ColumnKind.Bytes,
        "text" => ColumnKind.Text,
        _ => throw new NotSupportedException($"An export has no form for {table}.{name}, which is of the type {type}."),
    };
}
