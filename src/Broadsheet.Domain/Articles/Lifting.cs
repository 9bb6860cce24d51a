namespace Broadsheet.Domain.Articles;

/// <param name="Fallen">False: a second person has to agree.</param>
public sealed record Lifting(bool Fallen);
