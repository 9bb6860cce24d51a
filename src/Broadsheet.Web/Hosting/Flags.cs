using System.CommandLine;

namespace Broadsheet.Web.Hosting;

/// <summary>The flags that every verb has which works on a paper's data.</summary>
public static class Flags
{
    private static readonly Option<string> Data = new("--data") { Description = "The data folder.", DefaultValueFactory = _ => Environment.GetEnvironmentVariable("BROADSHEET_DATA") ?? "./data" };
    private static readonly Option<string?> Database = new("--database") { Description = "A PostgreSQL connection string; SQLite in the data folder when left out." };

    public static void AddTo(Command verb)
    {
        verb.Options.Add(Data);
        verb.Options.Add(Database);
    }

    public static Settings Settings(ParseResult parsed) => Hosting.Settings.Read(DataFolder(parsed), parsed.GetValue(Database));

    public static string DataFolder(ParseResult parsed) => parsed.GetRequiredValue(Data);
}
