using System.Text;

namespace Broadsheet.Bench.Corpus;

/// <summary>Sentences, headlines and bodies made of a vocabulary.</summary>
public sealed class Prose(Vocabulary vocabulary)
{
    public Vocabulary Vocabulary => vocabulary;

    public string Headline(Random random) => Capital(string.Join(' ', Enumerable.Range(0, random.Next(5, 9)).Select(_ => vocabulary.Telling(random))));

    public string Sentence(Random random) => Append(new StringBuilder(), random).ToString();

    public string Sentences(Random random, int count) => string.Join(' ', Enumerable.Range(0, count).Select(_ => Sentence(random)));

    /// <summary>400 to 700 words of HTML: paragraphs, a subhead now and then, one quotation.</summary>
    public string Body(Random random)
    {
        var html = new StringBuilder();
        var paragraphs = random.Next(8, 13);
        for (var paragraph = 0; paragraph < paragraphs; paragraph++)
        {
            if (paragraph % 4 == 3) html.Append("<h2>").Append(Headline(random)).Append("</h2>\n");
            var (open, close) = paragraph == 5 ? ("<blockquote><p>", "</p></blockquote>\n") : ("<p>", "</p>\n");
            html.Append(open);
            for (var sentence = random.Next(3, 5); sentence > 0; sentence--) Append(html, random).Append(sentence > 1 ? " " : "");
            html.Append(close);
        }
        return html.ToString().TrimEnd();
    }

    private StringBuilder Append(StringBuilder text, Random random)
    {
        var start = text.Length;
        for (var words = random.Next(9, 22); words > 0; words--)
            text.Append(vocabulary.Draw(random)).Append(words == 1 ? "." : random.Next(12) == 0 ? ", " : " ");
        text[start] = char.ToUpperInvariant(text[start]);
        return text;
    }

    private static string Capital(string text) => char.ToUpperInvariant(text[0]) + text[1..];
}
