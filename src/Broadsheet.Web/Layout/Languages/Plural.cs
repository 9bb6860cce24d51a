namespace Broadsheet.Web.Layout.Languages;

/// <summary>CLDR plural categories for whole numbers, of the languages that the interface speaks.</summary>
public static class Plural
{
    /// <param name="language">Primary subtag: "en", "ar", …</param>
    public static string CategoryOf(string language, long number) => language switch
    {
        "ar" => number switch
        {
            0 => "zero", 1 => "one", 2 => "two",
            _ => (number % 100) switch { >= 3 and <= 10 => "few", >= 11 => "many", _ => "other" },
        },
        "hi" => number is 0 or 1 ? "one" : "other",
        _ => number == 1 ? "one" : "other",
    };
}
