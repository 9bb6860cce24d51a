using System.Text;

namespace Broadsheet.Web.Layout;

/// <summary>Text as XML can hold it: no control characters and no half of a surrogate pair, however they are written.</summary>
public static class LegalXml
{
    public static string Of(string text) =>
        text.EnumerateRunes().All(IsLegal) ? text : string.Concat(text.EnumerateRunes().Where(IsLegal));

    private static bool IsLegal(Rune rune) => rune.Value is '\t' or '\n' or '\r' or (>= ' ' and < 0xFFFE) or > 0xFFFF;
}
