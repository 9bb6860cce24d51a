namespace Broadsheet.Tests;

/// <summary>Sentences about a running paper. bin/test runs them on SQLite and again on PostgreSQL; all others once.</summary>
[Trait("paper", "running")]
public abstract class PaperTest<TPaper> : IClassFixture<TPaper> where TPaper : Paper;

/// <inheritdoc/>
public abstract class PaperTest : PaperTest<Paper>;
