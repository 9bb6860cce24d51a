using System.Text;
using Broadsheet.Bench.Exports;

namespace Broadsheet.Bench.Faults;

/// <summary>Faults of the file's text: what no parser of XML takes.</summary>
internal static class BrokenText
{
    private static readonly Encoding Western = CodePagesEncodingProvider.Instance.GetEncoding(1252)!;

    public static readonly Kind[] Kinds =
    [
        new("control characters", Part.Faults, ["control"], seed => Sound(seed, seed.Post("Torn\u0001 by\u000B old\u001F software"))),
        new("bare ampersand", Part.Faults, [], seed => Sound(seed, seed.Post(), xml => xml.Replace("<title><![CDATA[Planted", "<title>Salt & vinegar").Replace("]]></title>", "</title>"))),
        new("unclosed tag", Part.Faults, [], seed => Sound(seed, seed.Post(), xml => xml.Replace("<description></description>", "<description><b></description>"))),
        new("field without its end", Part.Faults, [], seed => Sound(seed, seed.Post(), xml => xml.Replace("</content:encoded>", ""))),
        new("item without its end", Part.Faults, ["end"], seed => WithNeighbour(seed, seed.Post(), seed.Post())),
        new("end of CDATA, split as WordPress does", Part.Nowhere, [], seed => Sound(seed, seed.Post("if (a[b[0]]>c) then"))),
        new("end of CDATA, not split", Part.Faults, [], seed => Sound(seed, seed.Post("if (a[b[0]]>c) then"), Unsplit)),
        new("end of CDATA before markup", Part.Faults, [], seed => Sound(seed, seed.Post("<p>a[b[0]]></p><p>and <b>more</b></p>"), Unsplit)),
        new("bytes of Windows-1252", Part.Faults, ["1252", "encoding"], seed => new(seed.Post("At the café “Ångström”")) { Encoding = Western, Words = [seed.Sound, "At the café “Ångström”"] }),
    ];

    private static Plant Sound(Seed seed, ExportItem post, Func<string, string>? spoil = null) => new(post) { Break = spoil ?? (xml => xml), Words = [seed.Sound] };

    private static Plant WithNeighbour(Seed seed, ExportItem torn, ExportItem next) =>
        new(torn, next) { Culprit = torn, Who = $"{torn.Id}", Break = xml => xml.Replace("</item>", ""), Words = [seed.Sound] };

    private static string Unsplit(string xml) => xml.Replace("]]]]><![CDATA[>", "]]>");
}
