namespace Broadsheet.Browser;

/// <summary>One page of every kind that the demo edition has.</summary>
public static class Tour
{
    public const string Front = "/", Section = "/culture/", Article = "/town/bridge-reopens-to-walkers/", Film = "/culture/cinema-in-coats/",
        Arabic = "/nature/موسم-الطيور-العابرة/", Hindi = "/town/रात-की-पाठशाला/", Found = "/search?q=bridge", NothingFound = "/search?q=zzzz", Missing = "/town/no-such-article/",
        Corrections = "/corrections/", History = Article + "?history";

    public static TheoryData<string> Pages =>
    [
        Front, Section, "/topics/town-life/", "/topics/swing-bridge/", "/authors/mara-quill/", "/stories/the-swing-bridge/", Article, Article + "text/",
        Article + "?replyto=1", Film, Arabic, Hindi, "/search", Found, NothingFound, Missing, Corrections, History,
    ];

    /// <summary>The kinds that readers see most.</summary>
    public static TheoryData<string> Main => [Front, Section, Article, Found, Missing];
}
