namespace Broadsheet.Import.Moving;

/// <summary>Authors without an account, as Co-Authors Plus keeps them: each an entry of its own that posts name by its slug.</summary>
internal sealed class GuestAuthors
{
    public const string Type = "guest-author", Mark = "cap-";

    /// <param name="Login">As posts name the author, without the mark.</param>
    /// <param name="Linked">The account that is the same person's; empty when there is none.</param>
    public sealed record Guest(string Login, string Name, string Linked);

    private readonly Dictionary<string, Guest> known = new(StringComparer.OrdinalIgnoreCase);

    /// <summary>By their own names, and by those of their accounts.</summary>
    public IEnumerable<string> Logins => known.Keys;

    public void Note(Item item)
    {
        if (item.Type != Type || !item.IsPublic) return;
        var login = LoginOf(item.Slug.Length > 0 ? item.Slug : item.MetaOf("cap-user_login") ?? "");
        if (login.Length == 0) return;
        var whole = $"{item.MetaOf("cap-first_name")} {item.MetaOf("cap-last_name")}".Trim();
        var name = new[] { item.MetaOf("cap-display_name"), item.Title, whole, login }.First(said => !string.IsNullOrWhiteSpace(said))!.Trim();
        var guest = new Guest(login, name, item.MetaOf("cap-linked_account")?.Trim() ?? "");
        known.TryAdd(login, guest);
        // Their articles from before are credited to the account, and shown as the guest's.
        if (guest.Linked.Length > 0) known.TryAdd(guest.Linked, guest);
    }

    /// <summary>Null when nobody of the name is a guest.</summary>
    public Guest? Of(string login) => known.GetValueOrDefault(login);

    /// <summary>"cap-ada" is "ada".</summary>
    public static string LoginOf(string slug) => slug.StartsWith(Mark, StringComparison.Ordinal) ? slug[Mark.Length..] : slug;
}
