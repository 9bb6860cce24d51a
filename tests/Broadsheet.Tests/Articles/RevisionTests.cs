using System.Reflection;
using System.Text;
using System.Text.Json;
using System.Security.Cryptography;
using Broadsheet.Domain.Articles;
using CsCheck;

namespace Broadsheet.Tests.Articles;

public sealed class RevisionTests
{
    private static readonly DateTime Noon = new(2026, 11, 20, 12, 0, 0, DateTimeKind.Utc);

    // Made by hand and hashed with sha256sum: whoever changes the canonical form breaks the log of every paper.
    private const string KnownText =
        """{"article":0,"body":"<p>Ein „Satz“ &amp; mehr.</p>","credits":[{"name":"Ann","slug":"ann"},{"name":"Guest","slug":null}],"dated":"2026-11-20T12:00:00.000Z","dateline":"HARBOUR","head":{"searchDescription":null,"searchTitle":"Open","socialDescription":null,"socialTitle":null},"headline":"The bridge is \"open\"","kicker":null,"language":"en","made":"2026-11-20T12:00:00.000Z","number":1,"picture":{"alt":"A bridge","caption":null,"credit":"Ann","focus":"50 50","picture":7},"readAlso":[9,4],"section":3,"standfirst":null,"story":null,"topics":[{"name":"Bridges","slug":"bridges"}],"updateNote":null,"updated":null}""";

    [Fact]
    public void The_canonical_text_of_a_revision_is_known_byte_for_byte() => Assert.Equal(KnownText, CanonicalText.Of(Known()));

    [Fact]
    public void A_revision_is_hashed_over_the_hash_before_it_and_its_canonical_text()
    {
        var hash = Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(Revision.NoHash + KnownText)));

        Assert.Equal(hash, Known().Hash);
        Assert.Equal(64, Revision.NoHash.Length);
    }

    [Fact]
    public void A_revision_follows_the_one_before_it_and_no_other()
    {
        var first = Known();
        var second = Make(new Copy("Next", "<p>Text.</p>", "en", 1), first.Hash);

        Assert.True(first.Follows(Revision.NoHash) && second.Follows(first.Hash));
        Assert.False(second.Follows(Revision.NoHash) || second.Follows(second.Hash));
    }

    public static TheoryData<string> Fields => [.. typeof(Revision).GetProperties()
        .Select(p => p.Name).Where(n => n is not (nameof(Revision.Id) or nameof(Revision.PreviousHash) or nameof(Revision.Hash) or nameof(Revision.IsWhole) or nameof(Revision.Tombstone)))];

    [Theory]
    [MemberData(nameof(Fields))]
    public void Whatever_field_is_altered_the_hash_no_longer_fits(string field)
    {
        var revision = Known();
        var property = typeof(Revision).GetProperty(field)!;

        property.SetValue(revision, Other(property.PropertyType, property.GetValue(revision)));

        Assert.False(revision.Follows(Revision.NoHash));
    }

    [Fact]
    public void Any_text_is_written_as_RFC_8785_has_it() => Gen.String[Gen.Char, 0, 40].Sample(text =>
    {
        // Lone surrogates have no UTF-8 form: the RFC is about texts that have one.
        text = Encoding.UTF8.GetString(Encoding.UTF8.GetBytes("x" + text));
        var json = CanonicalText.Of(Make(new Copy(text, "<p>Text.</p>", "en", 1), Revision.NoHash));
        using var read = JsonDocument.Parse(json);
        return read.RootElement.GetProperty("headline").GetString() == text.Trim() && json.Contains($"\"headline\":{Expected(text.Trim())},");
    });

    [Theory]
    [InlineData("\u20ac$\u000f\nA'B\"\\\\\"/", "\"\u20ac$\\u000f\\nA'B\\\"\\\\\\\\\\\"/\"")]
    [InlineData("a\b\t\f\r\u007f</script>é😀‎z", "\"a\\b\\t\\f\\r\u007f</script>é😀‎z\"")]
    public void Odd_text_is_escaped_only_where_it_must_be(string text, string written) =>
        Assert.Contains($"\"headline\":{written},", CanonicalText.Of(Make(new Copy(text, "<p>Text.</p>", "en", 1), Revision.NoHash)));

    [Fact]
    public void Keys_stand_in_order_and_nothing_is_spaced()
    {
        using var read = JsonDocument.Parse(CanonicalText.Of(Known()));
        var keys = read.RootElement.EnumerateObject().Select(p => p.Name).ToList();

        Assert.Equal(keys.Order(StringComparer.Ordinal), keys);
    }

    // The RFC's own rules, written a second time.
    private static string Expected(string text)
    {
        var json = new StringBuilder("\"");
        foreach (var c in text)
            json.Append(c switch
            {
                '\b' => "\\b", '\t' => "\\t", '\n' => "\\n", '\f' => "\\f", '\r' => "\\r", '"' => "\\\"", '\\' => "\\\\",
                _ when c < 0x20 => $"\\u00{(int)c:x2}", _ => c.ToString(),
            });
        return json.Append('"').ToString();
    }

    private static Revision Known() => Make(
        new Copy("The bridge is \"open\"", "<p>Ein „Satz“ &amp; mehr.</p>", "en", 3, Dateline: "HARBOUR",
            Credits: [new Credit("Ann", "ann"), new Credit("Guest", null)], Topics: [new TopicMark("Bridges", "bridges")],
            Picture: new LeadPicture(7, "A bridge", null, "Ann"), ReadAlso: [9, 4], Head: new HeadTexts("Open")),
        Revision.NoHash);

    private static Revision Make(Copy copy, string previous) => Article.StartAt("/town/bridge/").Publish(copy, new Publication(Noon), previous, Noon).Value;

    private static object? Other(Type type, object? value) => value switch
    {
        string text => text + " ",
        long number => number + 1,
        int number => number + 1,
        DateTime time => time.AddMilliseconds(1),
        LeadPicture picture => picture with { Alt = "Another bridge" },
        HeadTexts head => head with { SocialTitle = "Another" },
        IReadOnlyList<Credit> credits => credits.Reverse().ToList(),
        IReadOnlyList<TopicMark> topics => topics.Append(new("More", "more")).ToList(),
        IReadOnlyList<Correction> corrections => corrections.Append(new(CorrectionKind.Correction, Noon, "Not so.")).ToList(),
        IReadOnlyList<long> picks => picks.Reverse().ToList(),
        null when type == typeof(string) => "",
        null when type == typeof(long?) => 1L,
        null when type == typeof(DateTime?) => Noon,
        _ => throw new NotSupportedException($"{type}: say here what another value of it is"),
    };
}
