using Broadsheet.Data.Mapping;
using Broadsheet.Data.Moving;
using Broadsheet.Domain.Addresses;
using Broadsheet.Domain.Articles;
using Broadsheet.Domain.Bylines;
using Broadsheet.Domain.Changes;
using Broadsheet.Domain.Comments;
using Broadsheet.Domain.Desk;
using Broadsheet.Domain.Fronts;
using Broadsheet.Domain.Media;
using Broadsheet.Domain.Readers;
using Broadsheet.Domain.Related;
using Broadsheet.Domain.Sections;
using Broadsheet.Domain.Staff;
using Broadsheet.Domain.Stories;
using Broadsheet.Domain.Topics;
using Microsoft.EntityFrameworkCore;

namespace Broadsheet.Data;

/// <summary>The newspaper's tables, in SQLite or PostgreSQL. One per request or piece of work; not for several threads.</summary>
public sealed class NewsDb(DbContextOptions<NewsDb> options) : DbContext(options)
{
    public DbSet<Section> Sections => Set<Section>();
    public DbSet<Topic> Topics => Set<Topic>();
    public DbSet<Story> Stories => Set<Story>();
    public DbSet<Byline> Bylines => Set<Byline>();
    public DbSet<Picture> Pictures => Set<Picture>();
    public DbSet<Article> Articles => Set<Article>();
    public DbSet<Revision> Revisions => Set<Revision>();
    public DbSet<Address> Addresses => Set<Address>();
    public DbSet<Listed> Listed => Set<Listed>();
    public DbSet<ListedCorrection> ListedCorrections => Set<ListedCorrection>();
    public DbSet<Slot> Slots => Set<Slot>();
    public DbSet<ReadAlso> ReadAlso => Set<ReadAlso>();
    public DbSet<Change> Changes => Set<Change>();
    public DbSet<Purged> Purged => Set<Purged>();
    public DbSet<Reader> Readers => Set<Reader>();
    public DbSet<Comment> Comments => Set<Comment>();
    public DbSet<WorkingCopy> WorkingCopies => Set<WorkingCopy>();
    public DbSet<Draft> Drafts => Set<Draft>();
    public DbSet<Note> Notes => Set<Note>();
    public DbSet<Mention> Mentions => Set<Mention>();
    public DbSet<Dismissed> Dismissed => Set<Dismissed>();
    public DbSet<Presence> Presences => Set<Presence>();
    public DbSet<OldAddress> OldAddresses => Set<OldAddress>();
    public DbSet<OldPattern> OldPatterns => Set<OldPattern>();
    public DbSet<Brought> Brought => Set<Brought>();
    public DbSet<AuditEntry> Audit => Set<AuditEntry>();
    public DbSet<StaffMember> Staff => Set<StaffMember>();
    public DbSet<StaffSession> StaffSessions => Set<StaffSession>();
    public DbSet<Invitation> Invitations => Set<Invitation>();
    public DbSet<Passkey> Passkeys => Set<Passkey>();

    public bool IsPostgres => Database.IsNpgsql();

    /// <summary>What hangs on what was written since the last commit (<see cref="Writing.Write"/>).</summary>
    internal HashSet<string> Touched { get; } = [];

    /// <summary>The tables written since the last commit.</summary>
    internal HashSet<string> Written { get; } = [];

    /// <summary>Names what pages may hang on that this write changes (<see cref="Names"/>).</summary>
    public void Touch(params IEnumerable<string> names) => Touched.UnionWith(names);

    public override Task<int> SaveChangesAsync(bool acceptAllChangesOnSuccess, CancellationToken cancellationToken = default)
    {
        foreach (var entry in ChangeTracker.Entries())
            if (entry.State is EntityState.Added or EntityState.Modified or EntityState.Deleted) Written.Add(entry.Metadata.GetTableName()!);
        return base.SaveChangesAsync(acceptAllChangesOnSuccess, cancellationToken);
    }

    internal void Forget()
    {
        Touched.Clear();
        Written.Clear();
    }

    protected override void ConfigureConventions(ModelConfigurationBuilder conventions)
    {
        conventions.Properties<DateTime>().HaveConversion<UtcTime>();
        conventions.Properties<ArticleState>().HaveConversion<string>();
        conventions.Properties<CorrectionKind>().HaveConversion<string>();
        conventions.Properties<CommentState>().HaveConversion<string>();
        conventions.Properties<Role>().HaveConversion<string>();
        conventions.Properties<DraftKind>().HaveConversion<string>();
        conventions.Properties<WorkingState>().HaveConversion<string>();
    }

    protected override void OnModelCreating(ModelBuilder model)
    {
        model.Entity<Listed>().HasKey(l => new { l.List, l.PublishedAt, l.ArticleId });
        model.Entity<ListedCorrection>().HasKey(l => new { l.ArticleId, l.Position });
        model.Entity<Purged>().HasKey(p => p.Edge);
        model.Entity<OldAddress>().HasKey(a => a.Path);
        model.Entity<OldPattern>().HasKey(p => p.Pattern);
        model.Entity<Brought>().HasKey(b => new { b.Source, b.Kind, b.OldId });
        model.Entity<WorkingCopy>().HasKey(c => c.ArticleId);
        model.Entity<WorkingCopy>().Property(c => c.ArticleId).ValueGeneratedNever();
        model.Entity<WorkingCopy>().Property(c => c.Copy).AsJson();
        model.Entity<WorkingCopy>().Property(c => c.Plan).AsJson();
        model.Entity<Draft>().Property(d => d.Copy).AsJson();
        model.Entity<Mention>().HasKey(m => new { m.NoteId, m.StaffId });
        model.Entity<Dismissed>().HasKey(d => new { d.ArticleId, d.Finding });
        model.Entity<Presence>().HasKey(p => new { p.ArticleId, p.Sitting });
        model.Entity<ReadAlso>().HasKey(l => l.ArticleId);
        model.Entity<ReadAlso>().Property(l => l.ArticleId).ValueGeneratedNever();
        model.Entity<ReadAlso>().Property(l => l.Picks).AsJson();
        RevisionMapping.Apply(model.Entity<Revision>());
        SnakeCase.Apply(model);
    }
}
