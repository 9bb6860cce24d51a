using Broadsheet.Domain.Articles;
using Broadsheet.Domain.Text;

namespace Broadsheet.Domain.Checks;

/// <summary>What a passage of text is, as far as checks care.</summary>
public enum PassageKind { Field, Paragraph, Heading, Item, Quotation, Caption, Cell }

/// <summary>A stretch of text without markup: a field of the copy, or one part of its body.</summary>
/// <param name="Level">Of a heading: 2 for h2.</param>
public sealed record Passage(string Field, int Paragraph, PassageKind Kind, string Text, int Level = 0)
{
    private IReadOnlyList<string>? sentences;

    public IReadOnlyList<string> Sentences => sentences ??= SentenceScan.Split(Text);

    public Place At(string? words) => new(Field, Paragraph, words);
}

/// <summary>A sentence, where it stands, and what is worth looking at in it.</summary>
internal sealed record Sentence(Passage Passage, string Text, Clues Clues);

/// <summary>A link in the body.</summary>
/// <param name="Label">What is read of it: its words, or the description of the picture in it.</param>
public sealed record BodyLink(string Address, string Label, int Paragraph, bool IsEmbed);

/// <summary>A picture in the body. <paramref name="Alt"/> is null when there is no such attribute.</summary>
public sealed record BodyPicture(string Source, string? Alt, string? Caption, string? Credit, int Paragraph);

/// <summary>The body as its parts stand below each other, read from its HTML.</summary>
public sealed record BodyParts(IReadOnlyList<Passage> Passages, IReadOnlyList<BodyLink> Links, IReadOnlyList<BodyPicture> Pictures, IReadOnlySet<string> Anchors)
{
    /// <summary>A body without anything.</summary>
    public static readonly BodyParts None = new([], [], [], new HashSet<string>());
}

/// <summary>Copy laid out for the checks.</summary>
public sealed class Sheet
{
    private IReadOnlyList<Sentence>? sentences;

    public Sheet(Copy copy, BodyParts body, CheckFacts facts)
    {
        (Copy, Body, Facts, Language) = (copy, body, facts, LanguageTag.Primary(copy.Language));
        Fields = [.. new (string Name, string? Text)[]
        {
            ("kicker", copy.Kicker), ("headline", copy.Headline), ("standfirst", copy.Standfirst), ("dateline", copy.Dateline),
            ("picture.alt", copy.Picture?.Alt), ("picture.caption", copy.Picture?.Caption), ("picture.credit", copy.Picture?.Credit),
            ("searchTitle", copy.Head?.SearchTitle), ("searchDescription", copy.Head?.SearchDescription), ("socialTitle", copy.Head?.SocialTitle), ("socialDescription", copy.Head?.SocialDescription),
        }.Where(f => !string.IsNullOrWhiteSpace(f.Text)).Select(f => new Passage(f.Name, 0, PassageKind.Field, f.Text!))];
        Passages = [.. Fields, .. body.Passages];
        // What people read as sentences: tables and what search engines are told are none.
        Prose = [.. Passages.Where(p => p.Kind is not PassageKind.Cell && p.Field is "headline" or "standfirst" or "picture.caption" or "body")];
    }

    public Copy Copy { get; }
    public BodyParts Body { get; }
    public CheckFacts Facts { get; }

    /// <summary>"en" of "en-GB".</summary>
    public string Language { get; }

    /// <summary>The fields beside the body that hold text.</summary>
    public IReadOnlyList<Passage> Fields { get; }
    public IReadOnlyList<Passage> Passages { get; }
    public IReadOnlyList<Passage> Prose { get; }

    /// <summary>Every sentence of the prose.</summary>
    internal IReadOnlyList<Sentence> Sentences => sentences ??= [.. Prose.SelectMany(p => p.Sentences.Select(s => new Sentence(p, s, ClueWords.Of(s))))];

    /// <summary>Those that hold all of what a check looks for.</summary>
    internal IEnumerable<Sentence> With(Clues clues) => Sentences.Where(s => (s.Clues & clues) == clues);
}
