namespace Broadsheet.Domain.Checks.Consistency;

/// <summary>A name of two or more words as it stands somewhere.</summary>
/// <param name="First">A first name, or an initial with its full stop.</param>
/// <param name="IsSurely">Something beside it shows that a person is meant: a title, an age, a verb of speaking, a first name that is known.</param>
internal sealed record Person(string First, string Surname, bool IsSurely, Passage Passage, int Sentence)
{
    public string Words => $"{First} {Surname}";
}

/// <summary>A surname alone, after a title or before a verb of speaking.</summary>
internal sealed record Mention(string Surname, string Words, Passage Passage);
