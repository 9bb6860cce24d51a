using System.Globalization;
using System.Text;

namespace Broadsheet.Domain.Articles;

/// <summary>
/// The canonical JSON of a revision after RFC 8785: keys in order of their UTF-16 code units, no spaces, only what must be
/// escaped is escaped. Anybody can make it again with a library of that name and check the paper's log.
/// </summary>
public static class CanonicalText
{
    public static string Of(Revision revision) => Of(Fields(revision));

    internal static string Of(IDictionary<string, object?> fields)
    {
        var json = new StringBuilder();
        Write(json, new SortedDictionary<string, object?>(fields, StringComparer.Ordinal));
        return json.ToString();
    }

    private static Dictionary<string, object?> Fields(Revision r)
    {
        var fields = Always(r);
        // Not a word of it where there is none: so the hashes made before there were notices stay as they are.
        if (r.Corrections.Count > 0) fields["corrections"] = r.Corrections.Select(c => Keys(("kind", c.Kind.Word()), ("at", c.At), ("text", c.Text)));
        return fields;
    }

    private static Dictionary<string, object?> Always(Revision r) => new()
    {
        ["article"] = r.ArticleId, ["number"] = (long)r.Number, ["made"] = r.MadeAt, ["dated"] = r.DatedAt,
        ["updated"] = r.UpdatedAt, ["updateNote"] = r.UpdateNote, ["kicker"] = r.Kicker, ["headline"] = r.Headline,
        ["standfirst"] = r.Standfirst, ["body"] = r.Body, ["dateline"] = r.Dateline, ["language"] = r.Language,
        ["section"] = r.SectionId, ["story"] = r.StoryId, ["readAlso"] = r.ReadAlso.Cast<object?>(),
        ["credits"] = r.Credits.Select(c => Keys(("name", c.Name), ("slug", c.Slug))),
        ["topics"] = r.Topics.Select(t => Keys(("name", t.Name), ("slug", t.Slug))),
        ["picture"] = r.Picture is not { } p ? null : Keys(
            ("picture", p.PictureId), ("alt", p.Alt), ("caption", p.Caption), ("credit", p.Credit), ("focus", p.Focus)),
        ["head"] = Keys(
            ("searchTitle", r.Head.SearchTitle), ("searchDescription", r.Head.SearchDescription),
            ("socialTitle", r.Head.SocialTitle), ("socialDescription", r.Head.SocialDescription)),
    };

    private static SortedDictionary<string, object?> Keys(params (string Key, object? Value)[] pairs) =>
        new(pairs.ToDictionary(p => p.Key, p => p.Value), StringComparer.Ordinal);

    private static void Write(StringBuilder json, object? value)
    {
        switch (value)
        {
            case null: json.Append("null"); break;
            case string text: WriteText(json, text); break;
            case long number: json.Append(number.ToString(CultureInfo.InvariantCulture)); break;
            case DateTime time: WriteText(json, time.ToString("yyyy-MM-dd'T'HH:mm:ss.fff'Z'", CultureInfo.InvariantCulture)); break;
            case SortedDictionary<string, object?> keys: WriteMany(json, '{', keys, '}', pair => { WriteText(json, pair.Key); json.Append(':'); Write(json, pair.Value); }); break;
            case IEnumerable<object?> list: WriteMany(json, '[', list, ']', item => Write(json, item)); break;
            default: throw new ArgumentException($"No canonical form for {value.GetType()}.", nameof(value));
        }
    }

    private static void WriteMany<T>(StringBuilder json, char open, IEnumerable<T> items, char close, Action<T> write)
    {
        json.Append(open);
        var first = true;
        foreach (var item in items)
        {
            if (!first) json.Append(',');
            first = false;
            write(item);
        }
        json.Append(close);
    }

    private static void WriteText(StringBuilder json, string text)
    {
        json.Append('"');
        foreach (var c in text)
            json.Append(c switch
            {
                '"' => "\\\"", '\\' => "\\\\", '\b' => "\\b", '\f' => "\\f", '\n' => "\\n", '\r' => "\\r", '\t' => "\\t",
                < ' ' => $"\\u{(int)c:x4}",
                _ => c.ToString(),
            });
        json.Append('"');
    }
}
