using Broadsheet.Import.Moving;
using Broadsheet.Import.WordPress;
using Broadsheet.Tests.WordPress;
using Microsoft.Extensions.DependencyInjection;
using static Broadsheet.Tests.WordPress.Export;

namespace Broadsheet.Tests.Moving;

/// <summary>A paper that has just been brought over: two articles with replies, public and not, and a draft.</summary>
public sealed class MovedPaper : Paper
{
    public const string Boats = "/2015/03/boats/", Crowd = "/2015/03/crowd/", Draft = "/harbour/not-yet/", Guid = "http://first.example/?p=101&x=1";

    public const string Held = "These are the words of somebody who waits for a moderator to decide at last.";

    public override async ValueTask InitializeAsync()
    {
        await base.InitializeAsync();
        const string site = "https://old.example";
        var export = new Export(site)
            .Add(new(101, "Boats & Co come home", "All of the boats that went out on Monday have come home by now.")
            {
                Link = site + Boats, Guid = Guid, Date = "2026-11-20 00:00:00",
                Extra = Category("harbour", "Harbour") + Tag("row", "Rowing") + Comment(201, "The first one to say something here.") + Comment(202, Held, "0") + Comment(203, "Cheap.", "spam")
                    + Comment(204, "All of the boats that went out on Monday have come home by now. Says who?", "trash") + Comment(205, "The first one to say something here.", "spam"),
            })
            .Add(new(102, "A crowd of replies", "Words of it.") { Link = site + Crowd, Extra = Category("harbour", "Harbour") + string.Concat(Enumerable.Range(301, 60).Select(id => Comment(id, $"Said by somebody as number {id}."))) })
            .Add(new(103, "Not yet for anybody", "Nobody may read this as yet, not one of them.") { Status = "draft", Slug = "not-yet", Extra = Category("harbour", "Harbour") });
        await using var scope = Services.CreateAsyncScope();
        var order = new MoveDesk.Order((file, tell) => new ExportReader(tell).Read(file), [export.WriteTo(Folder)], null, null, [], "en", false);
        await scope.ServiceProvider.GetRequiredService<MoveDesk>().BringAsync(order, _ => { }, (_, _) => { }, default);
    }
}
