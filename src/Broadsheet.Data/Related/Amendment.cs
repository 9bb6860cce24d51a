using Broadsheet.Domain.Related;

namespace Broadsheet.Data.Related;

/// <param name="Differs">Whether the list names others than the one before it: then the article's page changes.</param>
public sealed record Amendment(ReadAlso List, bool Differs);
