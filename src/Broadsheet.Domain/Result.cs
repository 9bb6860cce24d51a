namespace Broadsheet.Domain;

/// <summary>What was asked for, or the refusals that say why not (at least one, in the order of the form).</summary>
public sealed class Result<T> where T : class
{
    private readonly T? value;

    private Result(T? value, IReadOnlyList<Refusal> refusals) => (this.value, Refusals) = (value, refusals);

    public IReadOnlyList<Refusal> Refusals { get; }

    /// <summary>The first refusal, or null when the wish was granted.</summary>
    public Refusal? Refused => Refusals.Count > 0 ? Refusals[0] : null;

    /// <summary>Only to be asked after <see cref="Refused"/> was null.</summary>
    public T Value => value ?? throw new InvalidOperationException($"Refused: {Refused}");

    public static implicit operator Result<T>(T value) => new(value, []);
    public static implicit operator Result<T>(Refusal refusal) => new(null, [refusal]);
    public static implicit operator Result<T>(List<Refusal> refusals) => new(null, refusals);
}
