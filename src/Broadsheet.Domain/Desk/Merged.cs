using Broadsheet.Domain.Articles;

namespace Broadsheet.Domain.Desk;

/// <summary>One place where two people wrote different things. Values are as the field holds them.</summary>
/// <param name="Field">As forms call it: "headline", "body".</param>
/// <param name="Common">What both began with; null when there was nothing, or it is not known.</param>
public sealed record Clash(string Field, object? Common, object? Mine, object? Theirs);

/// <summary>A stretch of the body: either all agree, or each has their own.</summary>
/// <param name="Agreed">Blocks; null where the two clash.</param>
public sealed record Passage(IReadOnlyList<string>? Agreed, IReadOnlyList<string>? Mine = null, IReadOnlyList<string>? Theirs = null)
{
    public static Passage Of(IReadOnlyList<string> agreed) => new(agreed);
}

/// <param name="Copy">All that fits together; where it does not, the text that was saved first.</param>
/// <param name="Clashes">Empty when it all fits.</param>
/// <param name="Passages">The body from beginning to end.</param>
public sealed record Merged(Copy Copy, IReadOnlyList<Clash> Clashes, IReadOnlyList<Passage> Passages);
