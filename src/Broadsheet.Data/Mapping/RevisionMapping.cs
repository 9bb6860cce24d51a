using System.Text.Json;
using Broadsheet.Domain.Articles;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.ChangeTracking;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Broadsheet.Data.Mapping;

/// <summary>Lists that belong to one revision are JSON in its row. Its id is its place in the log and is given by the paper, not the database.</summary>
internal static class RevisionMapping
{
    public static void Apply(EntityTypeBuilder<Revision> revision)
    {
        revision.Property(r => r.Id).ValueGeneratedNever();
        AsJson(revision.Property(r => r.Credits));
        AsJson(revision.Property(r => r.Topics));
        AsJson(revision.Property(r => r.ReadAlso));
        AsJson(revision.Property(r => r.Picture));
        AsJson(revision.Property(r => r.Head));
    }

    private static void AsJson<T>(PropertyBuilder<T> property) => property.HasConversion(
        value => JsonSerializer.Serialize(value, JsonSerializerOptions.Default),
        text => JsonSerializer.Deserialize<T>(text, JsonSerializerOptions.Default)!,
        // A revision never changes after it was made, so the same object is the same value.
        new ValueComparer<T>((a, b) => ReferenceEquals(a, b), value => value == null ? 0 : value.GetHashCode(), value => value));
}
