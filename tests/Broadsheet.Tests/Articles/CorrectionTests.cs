using System.Security.Cryptography;
using System.Text.Json;
using Broadsheet.Domain;
using Broadsheet.Domain.Articles;

namespace Broadsheet.Tests.Articles;

public sealed class CorrectionTests
{
    private static readonly DateTime Noon = new(2026, 11, 20, 12, 0, 0, DateTimeKind.Utc);
    private static readonly Copy Good = new("The bridge is open", "<p>It opened at noon.</p>", "en", SectionId: 1);
    private static readonly Signet Signet = Signet.Of(Signet.MakeKey());

    [Fact]
    public void A_notice_says_something() => Assert.Equal("text", Correction.Write(CorrectionKind.Correction, " ", Noon).Refused!.Field);

    [Fact]
    public void A_notice_is_not_endless() => Assert.NotNull(Correction.Write(CorrectionKind.Correction, new string('x', Correction.LongestText + 1), Noon).Refused);

    [Fact]
    public void A_notice_stays_with_every_later_revision_and_is_not_issued_twice()
    {
        var article = Article.StartAt("/town/bridge/");
        var wrong = new Correction(CorrectionKind.Correction, Noon, "It opened at one.");
        var first = article.Publish(Good, new Publication(Noon, Corrections: [wrong]), Revision.NoHash, Noon).Value;

        var second = article.Publish(Good, new Publication(Noon, Corrections: [wrong with { At = Noon.AddHours(1) }, new(CorrectionKind.Update, Noon, "It is shut again.")]), first.Hash, Noon, first.Corrections).Value;

        Assert.Equal([wrong, new(CorrectionKind.Update, Noon, "It is shut again.")], second.Corrections);
    }

    [Fact]
    public void The_hash_covers_the_notices()
    {
        var revision = Article.StartAt("/town/bridge/").Publish(Good, new Publication(Noon, Corrections: [new(CorrectionKind.EditorsNote, Noon, "We \"erred\".")]), Revision.NoHash, Noon).Value;

        Assert.Contains("""
            "corrections":[{"at":"2026-11-20T12:00:00.000Z","kind":"editors-note","text":"We \"erred\"."}],"credits"
            """.Trim(), CanonicalText.Of(revision));
        Assert.True(revision.IsWhole);
        typeof(Revision).GetProperty(nameof(Revision.Corrections))!.SetValue(revision, (Correction[])[new(CorrectionKind.EditorsNote, Noon, "We did not.")]);
        Assert.False(revision.IsWhole);
    }

    [Fact]
    public void A_material_change_of_what_readers_know_needs_a_reason()
    {
        var article = Article.StartAt("/town/bridge/");
        article.Publish(Good, new Publication(Noon), Revision.NoHash, Noon);

        Assert.Equal("updateNote", article.Publish(Good, new Publication(Noon, Noon.AddHours(1)), Revision.NoHash, Noon).Refused!.Field);
        Assert.Null(article.Publish(Good, new Publication(Noon, Noon.AddHours(1), "The toll is named."), Revision.NoHash, Noon).Refused);
        Assert.Null(article.Publish(Good, new Publication(Noon, Noon.AddHours(1)), Revision.NoHash, Noon).Refused);
        Assert.Equal("The toll is named.", article.UpdateNote);
    }

    [Fact]
    public void Every_version_has_its_reason()
    {
        Correction notice = new(CorrectionKind.Correction, Noon, "Not six.");
        Tombstone stone = new("Ordered by a court.", Noon, "", "");
        var editions = Edition.Of([Line(1), Line(2), Line(3, Noon, "The toll."), Line(4, Noon, "The toll.", notice), Line(5, Noon) with { Tombstone = stone }, Line(6, Noon, "The toll.", notice)]);

        Assert.Equal([EditKind.First, EditKind.Minor, EditKind.Material, EditKind.Notice, EditKind.Minor, EditKind.Minor], editions.Select(e => e.Kind));
        Assert.Equal(["The toll.", "Not six."], editions.Where(e => e.Matters).Select(e => e.Reason));
        Assert.Equal(stone, editions[4].Removed);
    }

    [Fact]
    public void What_is_removed_leaves_its_hash_and_a_signature()
    {
        var revision = Published();
        var hash = revision.Hash;

        Assert.Null(revision.Remove("Ordered by a court.", Signet, Noon));

        Assert.Equal(("", "", hash), (revision.Headline, revision.Body, revision.Hash));
        Assert.True(revision.Follows(Revision.NoHash));
        Assert.True(revision.Tombstone!.IsOf(revision, Signet));
        Assert.False(revision.Tombstone.IsOf(revision, Signet.Of(Signet.MakeKey())));
        Assert.False((revision.Tombstone with { Reason = "No reason" }).IsOf(revision, Signet));
    }

    [Fact]
    public void Anybody_can_check_the_signature_with_the_public_key()
    {
        var revision = Published();
        revision.Remove("Ordered by a court.", Signet, Noon);
        using var key = ECDsa.Create();
        key.ImportSubjectPublicKeyInfo(Signet.PublicKey, out _);
        var text = $$"""{"article":0,"at":"2026-11-20T12:00:00.000Z","hash":"{{revision.Hash}}","number":1,"reason":"Ordered by a court.","revision":0}""";

        Assert.True(key.VerifyData(System.Text.Encoding.UTF8.GetBytes(text), Convert.FromBase64String(revision.Tombstone!.Signature), HashAlgorithmName.SHA256));
    }

    [Fact]
    public void Nothing_is_removed_twice_or_without_a_reason()
    {
        var revision = Published();

        Assert.Equal("reason", revision.Remove(" ", Signet, Noon)!.Field);
        Assert.Null(revision.Remove("Ordered by a court.", Signet, Noon));
        Assert.Equal(RefusalKind.Conflict, revision.Remove("Again.", Signet, Noon)!.Kind);
    }

    [Fact]
    public void A_tombstone_hides_no_content()
    {
        var revision = Published();
        revision.Remove("Ordered by a court.", Signet, Noon);

        typeof(Revision).GetProperty(nameof(Revision.Headline))!.SetValue(revision, "Never said");

        Assert.False(revision.Follows(Revision.NoHash));
    }

    [Fact]
    public void A_kind_is_stored_by_name() => Assert.Contains("\"EditorsNote\"", JsonSerializer.Serialize(new Correction(CorrectionKind.EditorsNote, Noon, "")));

    private static Revision Published() => Article.StartAt("/town/bridge/").Publish(Good, new Publication(Noon), Revision.NoHash, Noon).Value;

    private static Edition.Line Line(int number, DateTime? updated = null, string? note = null, params Correction[] notices) => new(number, Noon, "", updated, note, notices, null);
}
