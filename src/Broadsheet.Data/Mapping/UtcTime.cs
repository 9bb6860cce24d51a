using Microsoft.EntityFrameworkCore.Storage.ValueConversion;

namespace Broadsheet.Data.Mapping;

/// <summary>SQLite forgets that a time is UTC; nothing else is ever stored.</summary>
internal sealed class UtcTime() : ValueConverter<DateTime, DateTime>(
    time => time, time => DateTime.SpecifyKind(time, DateTimeKind.Utc));
