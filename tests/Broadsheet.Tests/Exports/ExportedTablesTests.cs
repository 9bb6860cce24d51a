using System.Text.RegularExpressions;
using Broadsheet.Data.Exporting;
using Microsoft.EntityFrameworkCore;

namespace Broadsheet.Tests.Exports;

/// <summary>A new table or a new secret is noticed before it is lost, or given away.</summary>
public sealed partial class ExportedTablesTests(Paper paper) : PaperTest
{
    [Fact]
    public async Task Every_table_is_exported_or_left_out_for_a_reason()
    {
        var tables = await NamesAsync(PaperDatabase.IsPostgres
            ? "select table_name from information_schema.tables where table_schema = current_schema()"
            : "select name from sqlite_master where type = 'table' and name not like 'sqlite!_%' escape '!' and name not like 'article!_words!_%' escape '!'");
        var listed = ExportedTables.All.Select(t => t.Name).Concat(ExportedTables.LeftOut.Keys).ToList();

        Assert.Empty(tables.Except(listed));
        Assert.Empty(ExportedTables.All.Select(t => t.Name).Except(tables));
        Assert.Equal(listed.Distinct().Count(), listed.Count);
        Assert.All(ExportedTables.LeftOut.Values, Assert.NotEmpty);
    }

    [Fact]
    public async Task No_column_that_is_called_like_a_secret_is_exported()
    {
        foreach (var table in ExportedTables.All)
        {
            var columns = await NamesAsync(PaperDatabase.IsPostgres
                ? $"select column_name from information_schema.columns where table_schema = current_schema() and table_name = '{table.Name}'" : $"select name from pragma_table_info('{table.Name}')");
            var secrets = table.Secrets?.Keys ?? [];

            Assert.Empty(secrets.Except(columns));
            Assert.Empty(columns.Where(c => Secret().IsMatch(c)).Except(secrets));
            Assert.All(table.Key.Split(", "), key => Assert.Contains(key, columns));
        }
    }

    private Task<List<string>> NamesAsync(string sql) => paper.AskAsync(async db =>
    {
        await db.Database.OpenConnectionAsync();
        await using var command = db.Database.GetDbConnection().CreateCommand();
        command.CommandText = sql;
        await using var rows = await command.ExecuteReaderAsync();
        List<string> names = [];
        while (await rows.ReadAsync()) names.Add(rows.GetString(0));
        return names;
    });

    [GeneratedRegex("password|secret|token|authenticator|recovery|stamp$|protection|private")]
    private static partial Regex Secret();
}
