namespace Broadsheet.Data.Exporting;

/// <summary>A table as an export has it.</summary>
/// <param name="Key">The columns that put its rows in order; those that others name come first where that matters to no database.</param>
/// <param name="Secrets">Columns that an export leaves out, and what stands in them after it is restored, in SQL.</param>
public sealed record ExportedTable(string Name, string Key = "id", IReadOnlyDictionary<string, string>? Secrets = null);

/// <summary>Every table of the schema: what of it an export has, and why it has nothing of some. A table that is in neither list is found by a test.</summary>
public static class ExportedTables
{
    public static readonly IReadOnlyList<ExportedTable> All =
    [
        new("section"), new("topic"), new("story"), new("byline"), new("picture"),
        // Nobody can sign in with what an export holds: each member sets a new password.
        new("staff_member", Secrets: new Dictionary<string, string>
        {
            ["password_hash"] = "null", ["authenticator"] = "null", ["two_factor"] = "false", ["last_code"] = "null", ["recovery_codes"] = "''", ["failed_count"] = "0", ["locked_until"] = "null",
        }),
        new("article"), new("revision"), new("listed_correction", "article_id, position"), new("address"), new("listed", "list, published_at, article_id"), new("slot"), new("working_copy", "article_id"),
        new("reader"), new("comment"),
        new("old_address", "path"), new("old_pattern", "pattern"), new("brought", "source, kind, old_id"),
        new("draft"), new("note"), new("mention", "note_id, staff_id"), new("dismissed", "article_id, finding"),
        new("audit_entry"),
    ];

    public static readonly IReadOnlyDictionary<string, string> LeftOut = new Dictionary<string, string>
    {
        ["schema_script"] = "which scripts the database has run: the new one runs its own",
        ["article_words"] = "the words of what readers see, in the form of one database; made anew from the revisions",
        ["read_also"] = "what to read also; made anew in the background",
        ["change"] = "what was told to the programs that served the old database",
        ["purged"] = "how far caches in front had been told",
        ["staff_session"] = "who was signed in",
        ["invitation"] = "links that let somebody in",
        ["passkey"] = "keys to sign in with",
        ["protection_key"] = "the keys of sessions and forms",
        ["presence"] = "who had which article open",
        ["node"] = "the programs that serve the old database",
    };
}
