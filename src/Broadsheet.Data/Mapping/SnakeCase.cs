using System.Text.RegularExpressions;
using Microsoft.EntityFrameworkCore;

namespace Broadsheet.Data.Mapping;

/// <summary>Names tables and columns as the SQL scripts do: Listed.ArticleId is listed.article_id.</summary>
internal static partial class SnakeCase
{
    public static void Apply(ModelBuilder model)
    {
        foreach (var entity in model.Model.GetEntityTypes())
        {
            entity.SetTableName(Of(entity.ClrType.Name));
            foreach (var property in entity.GetProperties()) property.SetColumnName(Of(property.Name));
        }
    }

    private static string Of(string name) => WordStarts().Replace(name, "_$0").ToLowerInvariant();

    [GeneratedRegex("(?<=[a-z0-9])[A-Z]")]
    private static partial Regex WordStarts();
}
