using System.Runtime.InteropServices;
using Broadsheet.Domain.Text;

namespace Broadsheet.Domain.Related;

/// <summary>
/// Counts the telling words of an article where the editor put them: a headline says more than the lead,
/// the lead more than the rest.
/// </summary>
internal static class Emphasis
{
    private const float Headline = 3, Lead = 1.5f, Rest = 1;
    private const int LeadLength = 40;

    public static Dictionary<string, float> Of(RelatedArticle article)
    {
        var counts = new Dictionary<string, float>();
        foreach (var word in Words.Telling(article.Headline, article.Language)) Count(counts, word, Headline);

        var place = 0;
        foreach (var word in Words.Telling(article.Text, article.Language))
            Count(counts, word, place++ < LeadLength ? Lead : Rest);
        return counts;
    }

    private static void Count(Dictionary<string, float> counts, string word, float weight) =>
        CollectionsMarshal.GetValueRefOrAddDefault(counts, word, out _) += weight;
}
