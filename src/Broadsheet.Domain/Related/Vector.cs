namespace Broadsheet.Domain.Related;

/// <summary>A signature weighed by how rare its words are today, of length one, so that products are cosines.</summary>
internal readonly struct Vector
{
    private readonly Signature signature;
    private readonly float[] weights;

    public Vector(Signature signature, Lexicon lexicon)
    {
        this.signature = signature;
        weights = new float[signature.Count];
        for (var at = 0; at < weights.Length; at++)
            weights[at] = signature.Weight(at) * lexicon.Rarity(signature.Word(at));
        ToLengthOne(weights);
    }

    public float Cosine(Vector other)
    {
        var sum = 0f;
        for (int mine = 0, its = 0; mine < weights.Length && its < other.weights.Length;)
        {
            int myWord = signature.Word(mine), itsWord = other.signature.Word(its);
            if (myWord == itsWord) sum += weights[mine] * other.weights[its];
            if (myWord <= itsWord) mine++;
            if (itsWord <= myWord) its++;
        }
        return sum;
    }

    private static void ToLengthOne(float[] weights)
    {
        var length = MathF.Sqrt(weights.Sum(weight => weight * weight));
        if (length == 0) return;
        for (var at = 0; at < weights.Length; at++) weights[at] /= length;
    }
}
