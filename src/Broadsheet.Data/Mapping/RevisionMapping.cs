using Broadsheet.Domain.Articles;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Broadsheet.Data.Mapping;

/// <summary>Lists that belong to one revision are JSON in its row. Its id is its place in the log and is given by the paper, not the database.</summary>
internal static class RevisionMapping
{
    public static void Apply(EntityTypeBuilder<Revision> revision)
    {
        revision.Property(r => r.Id).ValueGeneratedNever();
        revision.Property(r => r.Credits).AsJson();
        revision.Property(r => r.Topics).AsJson();
        revision.Property(r => r.ReadAlso).AsJson();
        revision.Property(r => r.Picture).AsJson();
        revision.Property(r => r.Head).AsJson();
        revision.Property(r => r.Corrections).AsJson();
        revision.Property(r => r.Tombstone).AsJson();
    }
}
