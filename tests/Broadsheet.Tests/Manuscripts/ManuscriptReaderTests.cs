using Broadsheet.Domain.Articles;
using Broadsheet.Import.Manuscripts;

namespace Broadsheet.Tests.Manuscripts;

public sealed class ManuscriptReaderTests : IDisposable
{
    private readonly DirectoryInfo desk = Directory.CreateTempSubdirectory("broadsheet-desk-");
    private readonly ManuscriptReader reader = new(TimeZoneInfo.FindSystemTimeZoneById("Europe/Berlin"), "en");

    public void Dispose() => desk.Delete(recursive: true);

    [Fact]
    public void Every_field_is_read()
    {
        var m = Read("""
            ---
            headline: "The bridge: open"
            kicker: Bridges
            standfirst: After nine years.
            section: town/roads
            slug: Bridge Open
            byline: [Ann, Bob]
            dateline: HARBOUR
            date: 2026-11-20T21:50
            updated: 2026-11-20T22:50:00+02:00
            updateNote: The toll is named.
            language: de
            topics:
              - Bridges
              - Council
            story: The bridge
            readAlso: first, second
            picture:
              file: bridge.svg
              alt: A bridge
              caption: The bridge
              credit: Ann
              focus: 30%, 20%
            comments: closed
            rank: 5
            topStory: 2
            searchTitle: Bridge
            ---

            Text.
            """);

        Assert.Equal(("The bridge: open", "Bridges", "After nine years.", "town/roads", "bridge-open", "de"), (m.Headline, m.Kicker, m.Standfirst, m.Section, m.Slug, m.Language));
        Assert.Equal(["Ann", "Bob", "Bridges", "Council", "first", "second"], [.. m.Bylines, .. m.Topics, .. m.ReadAlso]);
        Assert.Equal(new DateTime(2026, 11, 20, 20, 50, 0, DateTimeKind.Utc), m.DatedAt);
        Assert.Equal(new DateTime(2026, 11, 20, 20, 50, 0, DateTimeKind.Utc), m.UpdatedAt);
        Assert.Equal(new ManuscriptPicture("bridge.svg", "A bridge", "The bridge", "Ann", "30 20"), m.Picture! with { Focus = string.Join(' ', m.Picture.Focus.Split(' ', StringSplitOptions.RemoveEmptyEntries)) });
        Assert.Equal((false, 5, 2, "Bridge", "The bridge"), (m.CommentsOpen, m.Rank, m.TopStory, m.Head.SearchTitle, m.Story));
        Assert.Equal("Text.", m.Markdown.Trim());
    }

    [Fact]
    public void A_manuscript_needs_only_headline_and_section()
    {
        var m = Read("---\nheadline: The bridge is open\nsection: town\n---\nText.");

        Assert.Equal(("the-bridge-is-open", "en", true, 3), (m.Slug, m.Language, m.CommentsOpen, m.Rank));
        Assert.Null(m.DatedAt);
        Assert.Null(m.TopStory);
    }

    [Theory]
    [InlineData("date: 2026-11-20", "2026-11-19T23:00:00Z")]
    [InlineData("date: 2026-07-20T12:00", "2026-07-20T10:00:00Z")]
    [InlineData("date: 2026-07-20 12:00", "2026-07-20T10:00:00Z")]
    [InlineData("date: 2026-11-20T12:00Z", "2026-11-20T12:00:00Z")]
    [InlineData("date: 2026-11-20T12:00-05:00", "2026-11-20T17:00:00Z")]
    [InlineData("date: 2026-11-20 12:00 +05:30", "2026-11-20T06:30:00Z")]
    [InlineData("date: 2026-03-29T02:30", "2026-03-29T01:30:00Z")]    // the hour that summer time leaves out
    public void A_time_without_an_offset_is_the_papers_own(string line, string utc) =>
        Assert.Equal(utc, Read($"---\nheadline: H\nsection: town\n{line}\n---\nText.").DatedAt!.Value.ToString("yyyy-MM-dd'T'HH:mm:ss'Z'"));

    [Theory]
    [InlineData("section: town", 1, "headline", "is missing")]
    [InlineData("headline: H", 1, "section", "is missing")]
    [InlineData("headline: H\nsection: town\ndate: yesterday", 4, "date", "\"yesterday\" is not a date; write 2026-11-22 or 2026-11-22T18:30")]
    [InlineData("headline: H\nsection: town\ndate: 2026-02-30", 4, "date", "\"2026-02-30\" is not a date; write 2026-11-22 or 2026-11-22T18:30")]
    [InlineData("headline: H\nsection: town\nrank: 9", 4, "rank", "must be a number from 1 to 5, not \"9\"")]
    [InlineData("headline: H\nsection: town\ncomments: yes", 4, "comments", "must be open or closed, not \"yes\"")]
    [InlineData("headline: H\nsection: town\nkicker: [a, b]", 4, "kicker", "must be a text")]
    [InlineData("headline: H\nsection: town\npicture: bridge.svg", 4, "picture", "must have fields of its own, each on a line")]
    [InlineData("headline: H\nsection: town\npicture:\n  file: bridge.svg", 5, "picture.alt", "is missing")]
    [InlineData("headline: H\nsection: town\ntopics:\n  a: b", 5, "topics", "must be a list of texts")]
    public void A_fault_names_the_line_and_the_field(string fields, int line, string field, string message)
    {
        var fault = Assert.Single(Faults($"---\n{fields}\n---\nText."));

        Assert.Equal((field, message), (fault.Field, fault.Message));
        Assert.InRange(fault.Line, 1, line);
    }

    [Fact]
    public void A_correction_may_be_one_or_several()
    {
        var one = Read("---\nheadline: H\nsection: town\ncorrection:\n  text: Not six.\n---\nText.").Corrections;
        var two = Read("---\nheadline: H\nsection: town\ncorrections:\n  - kind: retraction\n    text: Not so.\n    date: 2026-11-22T18:30Z\n  - text: Not six.\n---\nText.").Corrections;

        Assert.Equal([new(CorrectionKind.Correction, "Not six.", null)], one);
        Assert.Equal([new(CorrectionKind.Retraction, "Not so.", new DateTime(2026, 11, 22, 18, 30, 0, DateTimeKind.Utc)), new(CorrectionKind.Correction, "Not six.", null)], two);
    }

    [Theory]
    [InlineData("correction: Not six.", "correction", "must have fields of its own, each on a line")]
    [InlineData("correction:\n  kind: apology\n  text: Sorry.", "correction.kind", "must be correction or clarification or update or editors-note or retraction, not \"apology\"")]
    [InlineData("corrections:\n  - kind: correction", "corrections.text", "is missing")]
    [InlineData("corrections: [one, two]", "corrections", "must be a list of entries that have fields")]
    public void A_correction_that_cannot_be_issued_is_named(string yaml, string field, string message)
    {
        var fault = Assert.Single(Faults($"---\nheadline: H\nsection: town\n{yaml}\n---\nText."));

        Assert.Equal((field, message), (fault.Field, fault.Message));
    }

    [Fact]
    public void A_field_that_is_a_slip_of_the_pen_is_named()
    {
        var fault = Assert.Single(Faults("---\nheadline: H\nsection: town\nheadlin: H\n---\nText."));

        Assert.Equal((4, "headlin"), (fault.Line, fault.Field));
        Assert.StartsWith("is not a field of a manuscript; known here: byline, comments, correction, corrections, date", fault.Message);
    }

    [Fact]
    public void All_faults_are_told_at_once() =>
        Assert.Equal(["date", "headline", "rank"], Faults("---\nsection: town\ndate: x\nrank: y\n---\nText.").Select(f => f.Field).Order());

    [Theory]
    [InlineData("headline: H\nsection: [town", "section")]
    [InlineData("headline: \"H\nsection: town", "headline")]
    [InlineData("headline: H\nheadline: G\nsection: town", "headline")]
    [InlineData("headline: a: b\nsection: town", "headline")]
    [InlineData("headline: H\n\tsection: town", "headline")]
    public void Front_matter_that_is_no_YAML_is_told_with_a_line(string fields, string field)
    {
        var fault = Assert.Single(Faults($"---\n{fields}\n---\nText."));

        Assert.InRange(fault.Line, 2, 4);
        Assert.Equal(field, fault.Field);
    }

    [Theory]
    [InlineData("", "does not begin with front matter")]
    [InlineData("Just text.", "does not begin with front matter")]
    [InlineData("---\nheadline: H\n", "is not closed")]
    [InlineData("---\n---\nText.", "no fields")]
    [InlineData("---\n- a\n---\nText.", "no fields")]
    public void A_file_without_front_matter_is_refused(string text, string told) => Assert.Contains(told, Assert.Single(Faults(text)).ToString());

    [Fact]
    public void A_file_that_is_not_there_or_no_text_is_named()
    {
        var latin1 = Path.Combine(desk.FullName, "latin1.md");
        File.WriteAllBytes(latin1, [.. "---\nheadline: K"u8, 0xE4, .. "se\nsection: town\n---\nText."u8]);
        var none = Path.Combine(desk.FullName, "none.md");

        Assert.Equal($"{none}: there is no such file", Assert.Single(reader.Read(none).Faults).ToString());
        Assert.Equal($"{latin1}: is not UTF-8 text", Assert.Single(reader.Read(latin1).Faults).ToString());
        Assert.Contains("it is a folder", Assert.Single(reader.Read(desk.FullName).Faults).ToString());
    }

    [Fact]
    public void A_file_from_Windows_is_read_as_well() =>
        Assert.Equal("The bridge", Read("\uFEFF---\r\nheadline: The bridge\r\nsection: town\r\n---\r\nText.\r\n").Headline);

    private Manuscript Read(string text)
    {
        var (manuscript, faults) = reader.Read(Written(text));
        Assert.Empty(faults);
        return manuscript!;
    }

    private List<Fault> Faults(string text)
    {
        var (manuscript, faults) = reader.Read(Written(text));
        Assert.Null(manuscript);
        return faults;
    }

    private string Written(string text)
    {
        var file = Path.Combine(desk.FullName, "piece.md");
        File.WriteAllText(file, text);
        return file;
    }
}
