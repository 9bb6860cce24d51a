using System.Data.Common;
using System.Globalization;
using System.Text.Encodings.Web;
using System.Text.Json;

namespace Broadsheet.Data.Exporting;

/// <summary>A row as one line of JSON, the same from both databases.</summary>
internal static class RowText
{
    // PostgreSQL keeps microseconds, SQLite what it is given.
    private const string Time = "yyyy-MM-dd'T'HH:mm:ss.FFFFFF'Z'";

    // An apostrophe or an ä is no danger in a file.
    public static readonly JsonWriterOptions Plain = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    public static void Write(Utf8JsonWriter json, DbDataReader row, IReadOnlyList<TableColumn> columns)
    {
        json.WriteStartObject();
        for (var at = 0; at < columns.Count; at++)
        {
            json.WritePropertyName(columns[at].Name);
            if (row.IsDBNull(at)) json.WriteNullValue();
            else Write(json, row, at, columns[at].Kind);
        }
        json.WriteEndObject();
        json.Flush();
    }

    private static void Write(Utf8JsonWriter json, DbDataReader row, int at, ColumnKind kind)
    {
        switch (kind)
        {
            case ColumnKind.Number: json.WriteNumberValue(row.GetInt64(at)); break;
            case ColumnKind.Real: json.WriteNumberValue(row.GetDouble(at)); break;
            case ColumnKind.Truth: json.WriteBooleanValue(row.GetBoolean(at)); break;
            case ColumnKind.Time: json.WriteStringValue(DateTime.SpecifyKind(row.GetDateTime(at), DateTimeKind.Utc).ToString(Time, CultureInfo.InvariantCulture)); break;
            case ColumnKind.Bytes: json.WriteBase64StringValue(row.GetFieldValue<byte[]>(at)); break;
            default: json.WriteStringValue(row.GetString(at)); break;
        }
    }

    /// <exception cref="FormatException">It is none of its kind.</exception>
    public static object? Read(JsonElement value, ColumnKind kind)
    {
        if (value.ValueKind == JsonValueKind.Null) return null;
        try
        {
            return kind switch
            {
                ColumnKind.Number => value.GetInt64(),
                ColumnKind.Real => value.GetDouble(),
                ColumnKind.Truth => value.GetBoolean(),
                ColumnKind.Time => DateTime.ParseExact(value.GetString()!, Time, CultureInfo.InvariantCulture, DateTimeStyles.AdjustToUniversal | DateTimeStyles.AssumeUniversal),
                ColumnKind.Bytes => value.GetBytesFromBase64(),
                _ => value.GetString()!,
            };
        }
        catch (InvalidOperationException wrong) { throw new FormatException(wrong.Message, wrong); }
    }
}
