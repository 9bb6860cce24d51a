namespace Broadsheet.Bench.Edits;

/// <summary>One thing that the desk or a designer does, and what readers are to see when it is done.</summary>
/// <param name="DoAsync">When this returns, no page anywhere may be old.</param>
public sealed record Edit(string Kind, Func<CancellationToken, Task> DoAsync, IReadOnlyList<Expectation> Expected);
