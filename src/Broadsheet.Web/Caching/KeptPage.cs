using Broadsheet.Data.Reading;

namespace Broadsheet.Web.Caching;

/// <summary>A page in memory, ready to send. It is made in the form that was asked for first; the others are made when they are asked for, and kept too.</summary>
public sealed class KeptPage
{
    // The objects around the bytes, roughly.
    private const int Overhead = 1500;

    private readonly Form?[] forms = new Form?[3];
    private readonly Lock packing = new();

    public KeptPage(Answer answer, Sources sources, Coding asked)
    {
        (Status, ContentType, CacheControl, Location, IsPackable) = (answer.Status, answer.ContentType, answer.CacheControl, answer.Location, answer.IsPackable);
        (Names, HoldsUntil, Tag) = ([.. sources.Names], sources.HoldsUntil, answer.Fingerprint());
        SurrogateKey = string.Join(' ', Names);
        Add(IsPackable ? asked : Coding.Plain, (IsPackable ? asked : Coding.Plain).Encode(answer.Body));
    }

    public int Status { get; }
    public string ContentType { get; }
    public string CacheControl { get; }
    public string? Location { get; }
    public bool IsPackable { get; }
    public string[] Names { get; }
    public string SurrogateKey { get; }
    public DateTime HoldsUntil { get; }
    public long Size { get; private set; } = Overhead;

    private string Tag { get; }

    // The page's place among the others; only PageCache touches these.
    internal string Key { get; set; } = "";
    internal Hook[] Hooks { get; set; } = [];
    internal KeptPage? Newer { get; set; }
    internal KeptPage? Older { get; set; }

    /// <summary>What the cache reckons for it; less than <see cref="Size"/> while a new form is not reckoned yet.</summary>
    internal long Counted { get; set; }

    /// <summary>Set by every hit, taken away by the hand that looks for cold pages.</summary>
    internal bool Visited { get; set; }

    /// <summary>The page's bytes in one form, with a strong ETag: another form has other bytes and another tag.</summary>
    public sealed record Form(Coding Coding, byte[] Body, string ETag)
    {
        /// <summary>The head of the answer to a plain request, as bytes; made by whoever sends them.</summary>
        internal byte[]? Head { get; set; }
        internal byte[]? NotModified { get; set; }
    }

    public Form In(Coding wanted)
    {
        var coding = IsPackable ? wanted : Coding.Plain;
        return Volatile.Read(ref forms[(int)coding]) ?? Pack(coding);
    }

    private Form Pack(Coding coding)
    {
        lock (packing)
        {
            if (forms[(int)coding] is { } packed) return packed;
            var source = forms.First(f => f is not null)!;
            return Add(coding, coding.Encode(source.Coding.Decode(source.Body)));
        }
    }

    private Form Add(Coding coding, byte[] body)
    {
        var form = new Form(coding, body, $"\"{Tag}{(coding.Token() is { } token ? "-" + token : "")}\"");
        Volatile.Write(ref forms[(int)coding], form);
        Size += body.Length;
        return form;
    }
}
