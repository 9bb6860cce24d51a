namespace Broadsheet.Data.Reading;

/// <summary>Answers that nearly every page asks for, in memory until something changes that they hang on. For several threads.</summary>
public sealed class KeptAnswers
{
    private readonly Dictionary<(string Name, Type Type), object> answers = [];
    private readonly Lock changing = new();
    private long generation;

    internal long Generation => Volatile.Read(ref generation);

    /// <summary>To be told before whoever keeps pages: one that is drawn after that must not find an older answer.</summary>
    /// <param name="names">Null: any may have changed.</param>
    public void Drop(IReadOnlyCollection<string>? names)
    {
        lock (changing)
        {
            generation++;
            foreach (var key in answers.Keys.Where(key => names?.Contains(key.Name) != false).ToList()) answers.Remove(key);
        }
    }

    internal T? Find<T>(string name) where T : class
    {
        lock (changing) return answers.GetValueOrDefault((name, typeof(T))) as T;
    }

    /// <param name="since">The generation before the question was asked: nothing is kept that may be older than a change.</param>
    internal void Keep<T>(string name, T answer, long since) where T : class
    {
        lock (changing)
            if (generation == since) answers[(name, typeof(T))] = answer;
    }
}
