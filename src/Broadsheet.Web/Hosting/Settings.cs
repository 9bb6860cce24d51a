using Broadsheet.Domain.Comments;
using Npgsql;

namespace Broadsheet.Web.Hosting;

/// <summary>What an operator decides (docs/operating/settings.md). Rising order: broadsheet.json in the data folder, BROADSHEET_… in the environment, flags.</summary>
/// <param name="CacheBytes">The most that pages kept in memory take.</param>
/// <param name="Drain">How long the program goes on answering after it was told to end.</param>
/// <param name="Database">A PostgreSQL connection string, or null for SQLite in the data folder.</param>
/// <param name="Standby">Connection string of one standby of that database, or null.</param>
public sealed record Settings(string Data, string? Database, SiteSettings Site, CommentRules Comments, string ThemeFolder, string? SealKey, long CacheBytes, MediaSettings Media, string? Standby,
    ServerLimits Limits, TimeSpan Drain, CdnSettings Cdn, string? SigningKey)
{
    public const string FileName = "broadsheet.json";

    /// <exception cref="OperatorMistake">A value that no setting can have.</exception>
    public static Settings Read(string data, string? database)
    {
        var file = Path.Combine(Path.GetFullPath(data), FileName);
        IConfigurationRoot values;
        try { values = new ConfigurationBuilder().AddJsonFile(file, optional: true).AddEnvironmentVariables("BROADSHEET_").Build(); }
        catch (InvalidDataException fault) { throw new OperatorMistake($"{file}: {fault.InnerException?.Message ?? fault.Message}"); }
        return new Settings(
            Path.GetFullPath(data), database ?? values["Database"], SiteSettings.Read(values.GetSection("Site")),
            new CommentRules(Choice<Hold>(values, "Comments:Hold", Hold.First), values["Comments:Flood"] switch
            {
                null or "on" => true, "off" => false, var other => throw new OperatorMistake($"Comments:Flood is on or off, not \"{other}\"."),
            }),
            Path.GetFullPath(values["Theme:Folder"] ?? Path.Combine(AppContext.BaseDirectory, "themes", "broadsheet")), values["Keys:Seal"], CacheOf(values["Cache:Memory"]), MediaSettings.Read(values.GetSection("Media")),
            StandbyOf(values["Database:Standby"]), ServerLimits.Read(values), Figures.Seconds(values, "Serve:Drain", 0, least: 0), CdnSettings.Read(values.GetSection("Cdn")), values["Keys:Signing"]);
    }

    // Of the memory that the program may have, a quarter when nothing else is said.
    private static long CacheOf(string? megabytes)
    {
        if (megabytes is null) return GC.GetGCMemoryInfo().TotalAvailableMemoryBytes / 4;
        return long.TryParse(megabytes, out var number) && number > 0 ? number << 20 : throw new OperatorMistake($"Cache:Memory is a number of megabytes, not \"{megabytes}\".");
    }

    private static string? StandbyOf(string? connection) => connection is null || new NpgsqlConnectionStringBuilder(connection).Host?.Contains(',') is not true ? connection
        : throw new OperatorMistake("Database:Standby names one server: of several, it would not be known which one answers.");

    private static T Choice<T>(IConfiguration values, string name, T usual) where T : struct, Enum
    {
        if (values[name] is not { } text) return usual;
        return Enum.TryParse<T>(text, ignoreCase: true, out var choice) && Enum.IsDefined(choice) ? choice
            : throw new OperatorMistake($"{name} is {string.Join(", ", Enum.GetNames<T>()).ToLowerInvariant()}, not \"{text}\".");
    }
}

/// <param name="Url">Where readers find the paper, without a slash at the end; null = the first address it listens at.</param>
public sealed record SiteSettings(string Name, string Tagline, string Language, TimeZoneInfo Zone, string? Url)
{
    public static SiteSettings Read(IConfiguration values) => new(
        values["Name"] ?? "Broadsheet", values["Tagline"] ?? "", values["Language"] ?? "en", ZoneOf(values["TimeZone"] ?? "UTC"), AddressOf(values["Url"]));

    private static TimeZoneInfo ZoneOf(string name) =>
        TimeZoneInfo.TryFindSystemTimeZoneById(name, out var zone) ? zone : throw new OperatorMistake($"Site:TimeZone: there is no time zone \"{name}\"; write it as Europe/Berlin.");

    private static string? AddressOf(string? url)
    {
        if (url is null) return null;
        return Uri.TryCreate(url, UriKind.Absolute, out var uri) && uri.Scheme is "http" or "https" ? url.TrimEnd('/')
            : throw new OperatorMistake($"Site:Url is an address such as https://example.org, not \"{url}\".");
    }
}
