using System.Globalization;
using System.Text;
using Broadsheet.Domain.Addresses;
using Broadsheet.Domain.Articles;
using Broadsheet.Domain.Text;
using YamlDotNet.Core;
using YamlDotNet.RepresentationModel;

namespace Broadsheet.Import.Manuscripts;

/// <summary>Reads one file. Either a manuscript comes out, or every fault in it; never both.</summary>
/// <param name="zone">The paper's, for times without an offset.</param>
/// <param name="language">The paper's, for a manuscript that names none.</param>
public sealed class ManuscriptReader(TimeZoneInfo zone, string language)
{
    private const string Fence = "---";

    public (Manuscript? Manuscript, List<Fault> Faults) Read(string file)
    {
        List<Fault> faults = [];
        if (Text(file, faults) is not { } text || Split(file, text, faults) is not { } parts) return (null, faults);
        if (Fields(file, parts.Yaml, faults) is not { } fields) return (null, faults);
        var manuscript = Compose(file, new FrontMatter(file, fields, faults), parts.Markdown);
        return faults.Count > 0 ? (null, faults) : (manuscript, faults);
    }

    private Manuscript Compose(string file, FrontMatter fields, string markdown)
    {
        var (headline, tongue) = (fields.Required("headline"), Language(fields));
        var manuscript = new Manuscript(
            file, headline, fields.Text("kicker", 80), fields.Text("standfirst"), fields.Required("section"),
            Slug.Of(fields.Text("slug") ?? headline, tongue), fields.Text("formerly"),
            fields.List("byline"), fields.Text("dateline", 80), fields.Time("date", zone), fields.Time("updated", zone), fields.Text("updateNote"),
            tongue, fields.List("topics"), fields.Text("story", 120), fields.List("readAlso"), Picture(fields.Group("picture")),
            fields.Choice("comments", "open", "closed") != "closed", fields.Number("rank", 1, 5) ?? Article.UsualRank, fields.Number("topStory", 1, 20), Corrections(fields),
            new HeadTexts(fields.Text("searchTitle"), fields.Text("searchDescription"), fields.Text("socialTitle"), fields.Text("socialDescription")),
            markdown, fields.LineOf);
        fields.RefuseUnknown();
        return manuscript;
    }

    private string Language(FrontMatter fields)
    {
        var tag = fields.Text("language", 20) ?? language;
        return LanguageTag.IsKnown(tag) ? tag : fields.Choice("language", "en", "hi", "ar", "de") ?? language;
    }

    private List<ManuscriptCorrection> Corrections(FrontMatter fields) => [.. fields.Groups("correction").Concat(fields.Groups("corrections")).Select(Correction)];

    private ManuscriptCorrection Correction(FrontMatter fields)
    {
        var kind = fields.Choice("kind", [.. CorrectionKinds.All]) is { } word ? CorrectionKinds.Named(word)!.Value : CorrectionKind.Correction;
        var correction = new ManuscriptCorrection(kind, fields.Required("text", Domain.Articles.Correction.LongestText), fields.Time("date", zone));
        fields.RefuseUnknown();
        return correction;
    }

    private static ManuscriptPicture? Picture(FrontMatter? fields)
    {
        if (fields is null) return null;
        var picture = new ManuscriptPicture(
            fields.Required("file"), fields.Required("alt"), fields.Text("caption"), fields.Text("credit", 200),
            (fields.Text("focus", 20) ?? "50 50").Replace("%", "").Replace(",", " "));
        fields.RefuseUnknown();
        return picture;
    }

    private static string? Text(string file, List<Fault> faults)
    {
        try { return new UTF8Encoding(false, throwOnInvalidBytes: true).GetString(File.ReadAllBytes(file)).TrimStart('\uFEFF').ReplaceLineEndings("\n"); }
        catch (Exception fault) when (fault is FileNotFoundException or DirectoryNotFoundException) { faults.Add(new Fault(file, 0, null, "there is no such file")); }
        catch (DecoderFallbackException) { faults.Add(new Fault(file, 0, null, "is not UTF-8 text")); }
        catch (UnauthorizedAccessException) { faults.Add(new Fault(file, 0, null, "cannot be read: it is a folder, or reading it is not allowed")); }
        return null;
    }

    private static (string Yaml, string Markdown)? Split(string file, string text, List<Fault> faults)
    {
        if (!text.StartsWith(Fence + "\n", StringComparison.Ordinal))
        {
            faults.Add(new Fault(file, 1, null, "does not begin with front matter: a line with --- and then the fields"));
            return null;
        }
        var end = text.IndexOf("\n" + Fence + "\n", Fence.Length, StringComparison.Ordinal);
        if (end < 0)
        {
            faults.Add(new Fault(file, 1, null, "the front matter is not closed by a line with --- and text below it"));
            return null;
        }
        // The opening fence stays as an empty line, so that YAML's line numbers are the file's.
        return (text[Fence.Length..(end + 1)], text[(end + Fence.Length + 2)..]);
    }

    private static YamlMappingNode? Fields(string file, string yaml, List<Fault> faults)
    {
        try
        {
            var stream = new YamlStream();
            stream.Load(new StringReader(yaml));
            if (stream.Documents.Count > 0 && stream.Documents[0].RootNode is YamlMappingNode fields) return fields;
            faults.Add(new Fault(file, 2, null, "the front matter has no fields; at least headline and section are needed"));
        }
        catch (YamlException fault)
        {
            var (line, field) = FieldAt(yaml, (int)fault.Start.Line);
            faults.Add(new Fault(file, line, field, fault.InnerException?.Message ?? fault.Message));
        }
        return null;
    }

    // What is not closed is noticed only further down: the field that was begun last is the one to look at.
    private static (int Line, string? Field) FieldAt(string yaml, int noticed)
    {
        var lines = yaml.Split('\n');
        for (var line = Math.Min(noticed, lines.Length); line > 0; line--)
            if (lines[line - 1].Split(':') is { Length: > 1 } parts && parts[0].Trim().Length > 0) return (line, parts[0].Trim());
        return (noticed, null);
    }
}
