using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Nodes;
using System.Text.Unicode;

namespace Broadsheet.Web.Features.Cards;

/// <summary>JSON that may stand in a script element: no less-than sign, no ampersand, every script's letters as they are.</summary>
public static class JsonLdText
{
    private static readonly JsonSerializerOptions Options = new() { Encoder = JavaScriptEncoder.Create(UnicodeRanges.All) };

    public static string Of(JsonObject json) => json.ToJsonString(Options);
}
