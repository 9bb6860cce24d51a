namespace Broadsheet.Web.Features.Purging;

/// <summary>Names, put together so that each lot fits into one header of one request.</summary>
public static class Batches
{
    /// <summary>Varnish takes 8 kB a header; Fastly takes 256 keys a request.</summary>
    public const int MostNames = 250, MostSigns = 4000;

    public static IEnumerable<string> Of(IEnumerable<string> names)
    {
        List<string> lot = [];
        var signs = 0;
        foreach (var name in names)
        {
            if (lot.Count == MostNames || (lot.Count > 0 && signs + name.Length + 1 > MostSigns))
            {
                yield return string.Join(' ', lot);
                lot.Clear();
                signs = 0;
            }
            lot.Add(name);
            signs += name.Length + 1;
        }
        if (lot.Count > 0) yield return string.Join(' ', lot);
    }
}
