namespace Broadsheet.Domain.Text;

/// <summary>
/// Turns plain text of any language into index words, in the order of the text.
/// The same text and language always give the same words: what is stored in a search index depends on it.
/// </summary>
public static class Words
{
    /// <summary>Every word, common ones too, so that a search for "To be or not to be" still asks something.</summary>
    /// <param name="language">A BCP-47 tag; an unknown one only costs the word endings, which then stay on.</param>
    public static IEnumerable<string> In(string text, string language)
    {
        var primary = LanguageTag.Primary(language);
        var scan = new WordScan(text, breaksAtApostrophe: primary is "fr" or "it" or "ca");
        while (scan.Next())
            if (WordForm.Of(scan.Current, primary) is { Length: > 0 } form)
                yield return form;
    }

    /// <summary>The words that say what a text is about: without those that stand in every text of the language.</summary>
    public static IEnumerable<string> Telling(string text, string language)
    {
        var common = StopWords.Of(LanguageTag.Primary(language));
        return In(text, language).Where(word => !common.Contains(word));
    }
}
