namespace Broadsheet.Domain.Text;

/// <summary>Number, case and verb endings after Ramanathan and Rao, "A Lightweight Stemmer for Hindi" (2003).</summary>
internal static class HindiStem
{
    // Longest first. Chandrabindu is already folded into anusvara.
    private static readonly string[] Endings =
    [
        "ाएंगी", "ाएंगे", "ाऊंगी", "ाऊंगा", "ियों", "ियां", "ाकर", "ाइए", "ाईं", "ाया", "ेगी", "ेगा", "ोगी", "ोगे",
        "ाने", "ाना", "ाते", "ाती", "ाता", "तीं", "ाओं", "ाएं", "ुओं", "ुएं", "ुआं",
        "कर", "ाओ", "िए", "ाई", "ाए", "ने", "नी", "ना", "ते", "ीं", "ती", "ता", "ां", "ों", "ें",
        "ो", "े", "ू", "ु", "ी", "ि", "ा",
    ];

    public static Span<char> Cut(Span<char> word) => Stems.DropEnding(word, Endings, keep: 2);
}
