using System.CommandLine;
using System.Text.Json;
using Broadsheet.Data;
using Broadsheet.Data.Writing;
using Broadsheet.Domain;
using Broadsheet.Domain.Readers;
using Broadsheet.Domain.Staff;
using Broadsheet.Web.Hosting;
using Broadsheet.Web.SigningIn;
using Microsoft.AspNetCore.Identity;
using Microsoft.EntityFrameworkCore;

namespace Broadsheet.Web.Features.Staff;

/// <summary>broadsheet staff add | list | reset: who can sign in, for scripts and for whoever has locked themselves out.</summary>
public static class StaffVerb
{
    private sealed record Listed(long Id, string Name, string Email, string Role, string State);

    public static Command Make()
    {
        var name = new Option<string>("--name") { Description = "As colleagues know them.", Required = true };
        var email = new Option<string>("--email") { Description = "The address with which they sign in.", Required = true };
        var role = new Option<Role>("--role") { Description = "reporter, editor, moderator or publisher.", Required = true };
        var fromInput = new Option<bool>("--password-stdin") { Description = "Reads the password from standard input; without it, a link to choose one is printed." };
        var json = new Option<bool>("--json") { Description = "Prints JSON." };
        var who = new Argument<string>("EMAIL") { Description = "The address with which they sign in." };
        var add = new Command("add", "Adds somebody to the staff.") { name, email, role, fromInput };
        var list = new Command("list", "Shows who can sign in.") { json };
        var reset = new Command("reset", "Ends all sessions of somebody, takes their password, app and passkeys from them, and prints a link to choose a new password.") { who };
        foreach (var verb in new[] { add, list, reset }) Flags.AddTo(verb);
        add.SetAction((parsed, stop) => Edge.RunAsync(() => AddAsync(parsed.GetValue(name), parsed.GetValue(email), parsed.GetValue(role), parsed.GetValue(fromInput), Flags.Settings(parsed), stop)));
        list.SetAction((parsed, stop) => Edge.RunAsync(() => ListAsync(parsed.GetValue(json), Flags.Settings(parsed), stop)));
        reset.SetAction((parsed, stop) => Edge.RunAsync(() => ResetAsync(parsed.GetRequiredValue(who), Flags.Settings(parsed), stop)));
        return new Command("staff", "Adds, lists and resets those who can sign in to the newsroom.") { add, list, reset };
    }

    private static async Task<int> AddAsync(string? name, string? email, Role role, bool fromInput, Settings settings, CancellationToken stop)
    {
        var password = fromInput ? await Console.In.ReadLineAsync(stop) : null;
        if (fromInput && Password.FaultOf(password, name ?? "", email ?? "", settings.Site.Name) is { } fault) throw new OperatorMistake(fault.ToString());
        await using var paper = await Paper.OpenAsync(settings, stop);
        var (db, seal, now) = Parts(paper);
        var added = await Roster.AddAsync(db, seal, name, email, role, by: null, now, stop, hash: fromInput ? new PasswordHasher<StaffMember>(SigningInParts.Hashing).HashPassword(null!, password!) : null);
        if (added.Refused is { } refusal) throw new OperatorMistake(refusal.ToString());
        Console.WriteLine(added.Value.Link is { } link ? LinkAt(settings, link) : $"{added.Value.Member.Name} can sign in.");
        return ExitCode.Done;
    }

    private static async Task<int> ListAsync(bool json, Settings settings, CancellationToken stop)
    {
        await using var paper = await Paper.OpenAsync(settings, stop);
        var (db, seal, _) = Parts(paper);
        var all = (await db.Staff.AsNoTracking().OrderBy(m => m.Id).ToListAsync(stop)).Select(m => new Listed(
            m.Id, m.Name, seal.Open(m.SealedEmail) ?? "", m.Role.ToString().ToLowerInvariant(), m.IsDismissed ? "dismissed" : m.PasswordHash is null ? "invited" : m.TwoFactor ? "active, with codes" : "active"));
        if (json) Console.WriteLine(JsonSerializer.Serialize(all, JsonSerializerOptions.Web));
        else foreach (var m in all) Console.WriteLine($"{m.Id}\t{m.Role}\t{m.State}\t{m.Name}\t{m.Email}");
        return ExitCode.Done;
    }

    private static async Task<int> ResetAsync(string email, Settings settings, CancellationToken stop)
    {
        await using var paper = await Paper.OpenAsync(settings, stop);
        var (db, seal, now) = Parts(paper);
        var fingerprint = seal.Fingerprint(email);
        await using var write = await Write.AloneAsync(db, stop);
        var member = await db.Staff.SingleOrDefaultAsync(m => m.Fingerprint == fingerprint && m.DismissedAt == null, stop) ?? throw new OperatorMistake("nobody on the staff has this address; broadsheet staff list shows who is there");
        var link = await Roster.ResetAsync(db, member, by: null, now, stop);
        await write.CommitAsync(now, stop);
        Console.WriteLine(LinkAt(settings, link));
        return ExitCode.Done;
    }

    private static (NewsDb Db, Seal Seal, DateTime Now) Parts(AsyncServiceScope paper) =>
        (paper.ServiceProvider.GetRequiredService<NewsDb>(), paper.ServiceProvider.GetRequiredService<Seal>(), paper.ServiceProvider.GetRequiredService<TimeProvider>().UtcNow());

    // A verb does not know where the paper is served, unless it was told.
    private static string LinkAt(Settings settings, string link) => (settings.Site.Url ?? "") + link;
}
