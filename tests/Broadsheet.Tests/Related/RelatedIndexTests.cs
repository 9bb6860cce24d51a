using Broadsheet.Domain.Related;
using CsCheck;

namespace Broadsheet.Tests.Related;

public sealed class RelatedIndexTests : IDisposable
{
    private const string Flood = "Heavy rain flooded the harbour of Brightwater, the river Aller rose and the dam at Hollen broke.";
    private const string Budget = "Parliament passed the budget, the treasury plans new taxes on sugar and cuts pensions of officials.";
    private const string Derby = "United won the derby in extra time, goalkeeper Moreno saved two penalties before the whistle.";

    private readonly RelatedIndex index = new();

    public void Dispose() => index.Dispose();

    [Fact]
    public void Articles_of_one_story_find_each_other()
    {
        Put(1, "Dam breaks at Hollen", Flood);
        Put(2, "Brightwater under water", "The harbour of Brightwater lies flooded after the dam at Hollen broke; the Aller still rises.");
        Put(3, "Budget passed", Budget);
        Put(4, "Sugar tax decided", "The budget brings taxes on sugar, said the treasury; parliament voted late, pensions shrink.");
        Put(5, "United win derby", Derby);

        Assert.Equal([2], Nearest(1));
        Assert.Equal([1], Nearest(2));
        Assert.Equal([4], Nearest(3));
    }

    [Fact]
    public void A_lonely_article_gets_no_links()
    {
        PutThree();
        Assert.Empty(Nearest(3));
    }

    [Fact]
    public void A_few_words_in_common_make_no_link()
    {
        PutThree();
        Put(4, "Rain stops play", "Heavy rain ended the cricket match early, umpires waited for an hour, then the players went home.");
        Put(5, "Harbour gets a crane", "A new crane stands in the harbour; it lifts forty tonnes, and the port hopes for larger ships.");

        Assert.Empty(Nearest(4));
        Assert.Empty(Nearest(5));
        Assert.Equal([2], Nearest(1));
    }

    [Fact]
    public void An_article_is_never_its_own_neighbour()
    {
        for (var id = 1; id <= 6; id++) Put(id, "Dam breaks", Flood);
        Assert.All(Enumerable.Range(1, 6), id => Assert.DoesNotContain(id, Nearest(id)));
    }

    [Fact]
    public void Other_languages_stay_out_but_regions_do_not()
    {
        Put(1, "Dam breaks", Flood, "en-GB");
        Put(2, "Dam breaks", Flood, "en-US");
        Put(3, "Dam breaks", Flood, "de");
        Put(4, "Dam breaks", Flood, "");

        Assert.Equal([2], Nearest(1));
        Assert.Empty(Nearest(3));
    }

    [Theory]
    [InlineData("hi", "बाढ़ से गाँव डूबे", "नदी का बाँध टूटने से गाँवों में पानी भर गया, सैकड़ों लोग बेघर", "बाँध टूटा", "बाढ़ का पानी गाँव में, नदी के किनारे लोग बेघर हुए")]
    [InlineData("ar", "فيضانات تغمر القرية", "انهار السد على النهر وغمرت المياه القرية وشرد مئات السكان", "انهيار السد", "السكان يغادرون القرية بعد أن غمرت مياه النهر بيوتهم")]
    [InlineData("de", "Damm gebrochen", "Die Häuser im Dorf stehen unter Wasser, seit der Damm am Fluss brach", "Dorf unter Wasser", "Der Fluss überschwemmte Haus um Haus, der Damm hielt nicht")]
    public void Likeness_is_seen_in_other_languages(string language, string headline, string text, string otherHeadline, string otherText)
    {
        Put(1, headline, text, language);
        Put(2, otherHeadline, otherText, language);
        Put(3, "Budget", Budget, language);
        Put(4, "Derby", Derby, language);

        Assert.Equal([2], Nearest(1));
    }

    [Fact]
    public void A_replaced_article_is_known_by_its_new_text_only()
    {
        PutThree();
        Put(2, "Budget passed", Budget);
        Put(4, "Budget passed", Budget);

        Assert.Empty(Nearest(1));
        Assert.Equal([4], Nearest(2));
    }

    [Fact]
    public void An_article_that_changes_its_language_moves()
    {
        PutThree();
        Put(2, "Dam breaks", Flood, "de");
        Assert.Empty(Nearest(1));
    }

    [Fact]
    public void A_removed_article_is_neither_shown_nor_asked()
    {
        PutThree();
        index.Remove(2);
        index.Remove(77);

        Assert.Empty(Nearest(1));
        Assert.Empty(Nearest(2));
        Assert.Empty(Nearest(77));
    }

    [Fact]
    public void The_place_of_a_removed_article_can_be_taken()
    {
        PutThree();
        index.Remove(2);
        Put(9, "Dam breaks", Flood);
        Assert.Equal([9], Nearest(1));
    }

    [Fact]
    public void No_more_are_shown_than_asked_for_and_the_best_come_first()
    {
        for (var id = 1; id <= 9; id++) Put(id, $"Dam breaks {id}", Flood + string.Concat(Enumerable.Repeat(Budget, id / 4)));
        Put(10, "United win derby", Derby);

        var shown = index.Nearest(1, 5);

        Assert.Equal(5, shown.Count);
        Assert.Equal(shown.OrderByDescending(likeness => likeness.Score), shown);
        Assert.Empty(index.Nearest(1, 0));
        Assert.Empty(index.Nearest(1, -1));
    }

    [Fact]
    public void The_editors_story_decides_between_equals()
    {
        Put(1, "Dam breaks", Flood, story: 7);
        Put(2, "Dam breaks", Flood);
        Put(3, "Dam breaks", Flood, story: 7);
        Assert.Equal([3, 2], Nearest(1));
    }

    [Fact]
    public void A_common_topic_decides_between_equals()
    {
        Put(1, "Dam breaks", Flood, topics: ["weather", "dams"]);
        Put(2, "Dam breaks", Flood, topics: ["politics"]);
        Put(3, "Dam breaks", Flood, topics: ["dams"]);
        Assert.Equal([3, 2], Nearest(1));
    }

    [Fact]
    public void The_nearer_date_decides_between_equals()
    {
        var day = new DateTime(2026, 3, 1, 0, 0, 0, DateTimeKind.Utc);
        Put(1, "Dam breaks", Flood, at: day);
        Put(2, "Dam breaks", Flood, at: day.AddYears(-3));
        Put(3, "Dam breaks", Flood, at: day.AddDays(1));
        Assert.Equal([3, 2], Nearest(1));
    }

    [Theory]
    [InlineData("", "")]
    [InlineData("the of and", "...")]
    [InlineData("\uD800", "\uDFFF\0\uD83D")]
    public void An_article_without_words_is_harmless(string headline, string text)
    {
        PutThree();
        Put(8, headline, text);
        Put(9, headline, text);
        Assert.Empty(Nearest(8));
        Assert.Equal([2], Nearest(1));
    }

    [Fact]
    public void A_megabyte_in_one_word_is_harmless()
    {
        PutThree();
        Put(9, "Noise", new string('x', 1_000_000));
        Assert.Equal([2], Nearest(1));
    }

    [Fact]
    public void However_articles_come_and_go_only_living_ones_of_the_language_are_shown() =>
        Gen.Select(Gen.Int[1, 12], Gen.Int[0, 2], Gen.Bool.Select(german => german ? "de" : "en"), Gen.Bool).Array[0, 80].Sample(steps =>
        {
            using var index = new RelatedIndex();
            var living = new Dictionary<long, string>();
            foreach (var (id, subject, language, remove) in steps)
            {
                if (remove) { index.Remove(id); living.Remove(id); continue; }
                index.Put(new RelatedArticle(id, "News", new[] { Flood, Budget, Derby }[subject], language));
                living[id] = language;
            }
            return living.All(asked => index.Nearest(asked.Key, 5).All(shown =>
                shown.Id != asked.Key && living.TryGetValue(shown.Id, out var language) && language == asked.Value));
        }, iter: 300);

    [Fact]
    public void Readers_and_writers_do_not_disturb_each_other()
    {
        PutThree();
        Parallel.For(100, 3000, new ParallelOptions { MaxDegreeOfParallelism = 4 }, id =>
        {
            Put(id, $"Budget {id}", Budget + $" {id}");
            Assert.Equal([2], Nearest(1));
            if (id % 3 == 0) index.Remove(id);
        });

        Assert.All(Enumerable.Range(100, 2900), id => Assert.Equal(id % 3 == 0, Nearest(id).Length == 0));
    }

    private void PutThree()
    {
        Put(1, "Dam breaks at Hollen", Flood);
        Put(2, "Dam breaks at Hollen", Flood);
        Put(3, "United win derby", Derby);
    }

    private void Put(long id, string headline, string text, string language = "en", long? story = null, string[]? topics = null, DateTime? at = null) =>
        index.Put(new RelatedArticle(id, headline, text, language, at, story, topics));

    private long[] Nearest(long id) => [.. index.Nearest(id, 5).Select(likeness => likeness.Id)];
}
