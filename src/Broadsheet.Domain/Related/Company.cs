namespace Broadsheet.Domain.Related;

/// <summary>
/// Compares articles by the company they keep. Two reports of one event may share few words, yet both resemble the
/// same third report; so each article is compared together with its closest friends in the round.
/// The article that is asked about sits at place 0.
/// </summary>
internal sealed class Company
{
    private const int FriendsCounted = 6;

    private readonly float[,] cosines;
    private readonly (int Who, float Say)[][] friends;
    private readonly float[] own;

    public Company(IReadOnlyList<Vector> round)
    {
        cosines = Compare(round);
        friends = [.. Enumerable.Range(0, round.Count).Select(FriendsOf)];
        own = [.. Enumerable.Range(0, round.Count).Select(who => Meeting(who, who))];
    }

    public float Cosine(int one, int other) => cosines[one, other];

    /// <summary>The cosine of the two with their friends.</summary>
    public float Together(int one, int other) =>
        own[one] * own[other] > 0 ? Meeting(one, other) / MathF.Sqrt(own[one] * own[other]) : 0;

    /// <summary>What the other has in common with one, measured by what one has in common with itself.</summary>
    public float ShareOfOwn(int one, int other) => own[one] > 0 ? Meeting(one, other) / own[one] : 0;

    private static float[,] Compare(IReadOnlyList<Vector> round)
    {
        var cosines = new float[round.Count, round.Count];
        for (var one = 0; one < round.Count; one++)
            for (var other = one; other < round.Count; other++)
                cosines[one, other] = cosines[other, one] = round[one].Cosine(round[other]);
        return cosines;
    }

    private (int Who, float Say)[] FriendsOf(int who) =>
        [(who, 1), .. Enumerable.Range(0, cosines.GetLength(0))
            .Where(other => other != who)
            .OrderByDescending(other => cosines[who, other])
            .Take(FriendsCounted)
            .Select(friend => (friend, Say(cosines[who, friend])))];

    // A close friend has as much say as the article itself, an unlike one next to none: steeper than the cosine.
    private static float Say(float cosine) => 2 * cosine * MathF.Sqrt(cosine);

    private float Meeting(int one, int other)
    {
        var sum = 0f;
        foreach (var (who, say) in friends[one])
            foreach (var (whom, itsSay) in friends[other])
                sum += say * itsSay * cosines[who, whom];
        return sum;
    }
}
