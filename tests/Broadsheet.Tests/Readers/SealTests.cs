using System.Text;
using Broadsheet.Domain.Readers;
using CsCheck;

namespace Broadsheet.Tests.Readers;

public sealed class SealTests
{
    private static readonly Seal Ours = new([.. Enumerable.Range(0, Seal.KeyLength).Select(n => (byte)n)]);
    private static readonly Seal Theirs = new([.. Enumerable.Range(1, Seal.KeyLength).Select(n => (byte)n)]);

    [Fact]
    public void What_was_closed_opens_again() => Gen.String.Sample(text =>
    {
        text = Encoding.UTF8.GetString(Encoding.UTF8.GetBytes(text));
        return Ours.Open(Ours.Close(text)) == text;
    });

    [Fact]
    public void One_altered_byte_and_it_does_not_open() => Gen.Select(Gen.Int[0, 38], Gen.Int[1, 255]).Sample((place, change) =>
    {
        var box = Ours.Close("ann@example.org"[..11]);
        box[place] ^= (byte)change;
        return Ours.Open(box) is null;
    });

    [Fact]
    public void Another_key_does_not_open_it() => Assert.Null(Theirs.Open(Ours.Close("ann@example.org")));

    [Fact]
    public void What_is_too_short_to_be_a_box_does_not_open() => Assert.All(Enumerable.Range(0, 28), length => Assert.Null(Ours.Open(new byte[length])));

    [Fact]
    public void The_same_address_is_never_closed_the_same_way_twice() => Assert.NotEqual(Ours.Close("ann@example.org"), Ours.Close("ann@example.org"));

    [Fact]
    public void The_box_shows_nothing_of_the_address() => Assert.DoesNotContain("ann", Encoding.Latin1.GetString(Ours.Close("ann@example.org")));

    [Fact]
    public void Two_spellings_of_one_address_have_one_fingerprint() => Assert.Equal(Ours.Fingerprint("ann@example.org"), Ours.Fingerprint("  Ann@Example.ORG "));

    [Fact]
    public void Two_addresses_or_two_keys_have_two_fingerprints()
    {
        Assert.NotEqual(Ours.Fingerprint("ann@example.org"), Ours.Fingerprint("anne@example.org"));
        Assert.NotEqual(Ours.Fingerprint("ann@example.org"), Theirs.Fingerprint("ann@example.org"));
    }

    [Fact]
    public void A_stamp_is_good_for_its_purpose_only()
    {
        var stamp = Ours.Stamp("comment on 1");

        Assert.True(Ours.IsStamp(stamp, "comment on 1"));
        Assert.False(Ours.IsStamp(stamp, "comment on 2") || Theirs.IsStamp(stamp, "comment on 1") || Ours.IsStamp("", "comment on 1") || Ours.IsStamp(stamp + "0", "comment on 1"));
    }

    [Fact]
    public void A_key_of_another_length_is_no_key() => Assert.Throws<ArgumentException>(() => new Seal(new byte[16]));
}
