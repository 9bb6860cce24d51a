using System.Globalization;
using Broadsheet.Data.Writing;
using Broadsheet.Domain.Addresses;
using Broadsheet.Domain.Bylines;
using Broadsheet.Domain.Readers;
using Broadsheet.Domain.Sections;
using Broadsheet.Domain.Stories;
using Broadsheet.Domain.Topics;

namespace Broadsheet.Bench.Corpus;

/// <summary>Everything that articles of a corpus share: its sections, topics, stories, authors and readers, with their numbers.</summary>
public sealed class Cast
{
    private static readonly string[] Names = ["World", "Politics", "Business", "Science", "Culture", "Sport", "Opinion", "Local"];
    private static readonly string[] First = "Anna Boris Clara David Elena Felix Greta Henri Irina James Karla Louis Maria Nikolai Olga Peter".Split(' ');
    private static readonly string[] Last = "Abbott Berg Castillo Dubois Eriksen Fontana Garner Hoffman Jensen Kowalski Larsen Moreau Novak Ortega".Split(' ');

    private const int Authors = 40, AllTopics = 300, ArticlesPerStory = 60;

    public Cast(Vocabulary vocabulary, Seal seal, int articles, DateTime began)
    {
        foreach (var name in Names) AddSections(name, vocabulary);
        Topics = [.. vocabulary.Words.Where(w => w.Length > 5).Take(AllTopics).Select(w => new Topic(Capital(w), w))];
        Stories = [.. Enumerable.Range(1, Math.Max(4, articles / ArticlesPerStory)).Select(n => new Story(Story(vocabulary, n), Slug.Of(Story(vocabulary, n), "en")))];
        Bylines = [.. Enumerable.Range(0, Authors).Select(Person).Select(name => new Byline(name, Slug.Of(name, "en")))];
        Readers = [.. Enumerable.Range(0, Math.Clamp(articles, 1_000, 50_000)).Select(n => Reader.Of(EmailOf(n), seal, began))];
        Number(Topics, Identity.Give);
        Number(Stories, Identity.Give);
        Number(Bylines, Identity.Give);
        Number(Readers, Identity.Give);
    }

    public List<Section> Sections { get; } = [];
    public List<Topic> Topics { get; }
    public List<Story> Stories { get; }
    public List<Byline> Bylines { get; }
    public List<Reader> Readers { get; }

    public static string Person(int number) => $"{First[number % First.Length]} {Last[number / 3 % Last.Length]}{(number < Authors ? "" : $" {number}")}";

    public static string EmailOf(int reader) => $"reader{reader}@example.org";

    private static string Story(Vocabulary vocabulary, int number) => $"{Capital(vocabulary.Words[number % 5_000])} {vocabulary.Words[number * 7 % 9_000]} {number}";

    private void AddSections(string name, Vocabulary vocabulary)
    {
        var parent = new Section(name, name.ToLowerInvariant(), $"/{name.ToLowerInvariant()}/", null, Sections.Count + 1);
        Add(parent);
        for (var child = 0; child < 2; child++)
        {
            var word = vocabulary.Words[500 + Sections.Count];
            Add(new Section(Capital(word), word, $"{parent.Path}{word}/", parent.Id, Sections.Count + 1));
        }
    }

    private void Add(Section section)
    {
        Identity.Give(section, Sections.Count + 1);
        Sections.Add(section);
    }

    private static void Number<T>(List<T> rows, Action<T, long> give)
    {
        for (var at = 0; at < rows.Count; at++) give(rows[at], at + 1);
    }

    private static string Capital(string word) => CultureInfo.InvariantCulture.TextInfo.ToTitleCase(word);
}
