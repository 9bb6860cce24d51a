using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata;

namespace Broadsheet.Data.Writing;

/// <summary>A column as the program's own mapping has it: rows that go in many at once follow the schema without being told.</summary>
/// <param name="Type">The database's name for it.</param>
internal sealed record Column(string Name, string Type, Func<object, object?> Value)
{
    public static (string Table, List<Column> Columns) Of(NewsDb db, Type row)
    {
        var entity = db.Model.FindEntityType(row)!;
        return (entity.GetTableName()!, [.. entity.GetProperties().Where(p => !GivenByDatabase(p, row)).Select(Of)]);
    }

    private static Column Of(IProperty property)
    {
        var (getter, converter) = (property.PropertyInfo!, property.GetTypeMapping().Converter);
        return new(property.GetColumnName(), property.GetColumnType(), row => getter.GetValue(row) is { } value ? converter is null ? value : converter.ConvertToProvider(value) : null);
    }

    // Nothing names these rows, so that nobody has to know their numbers.
    private static bool GivenByDatabase(IProperty property, Type row) =>
        property.Name == "Id" && (row == typeof(Domain.Addresses.Address) || row == typeof(Domain.Changes.Change));
}
