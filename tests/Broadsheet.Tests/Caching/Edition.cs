using Broadsheet.Data.Writing;
using Broadsheet.Domain.Changes;
using Broadsheet.Domain.Fronts;
using Microsoft.EntityFrameworkCore;

namespace Broadsheet.Tests.Caching;

/// <summary>What is in the paper of the great test: some of everything. Changes alter it and add to it.</summary>
public sealed class Edition(ExactPaper paper)
{
    private const string Regular = "regular@example.org";

    private readonly Dictionary<string, Draft> desk = [];
    private readonly Dictionary<string, Piece> printed = [];
    private readonly HashSet<string> pages = [];

    public ExactPaper Paper => paper;

    /// <summary>Numbers of replies, by what a test calls them.</summary>
    public Dictionary<string, long> Replies { get; } = [];

    /// <summary>Every address that is asked for after each change.</summary>
    public IReadOnlyList<string> Pages => [.. pages];

    public async Task FillAsync()
    {
        paper.Draw("quay.svg", "#246");
        paper.Draw("oven.svg", "#a42");
        Draft hull = new("Dredger finds an oak hull", "town", "hull", "A dredger deepening the harbour basin struck the oak hull of a merchant ship. Divers saw ribs, planks and a cargo of roof tiles.");
        await PublishAsync("hull", hull.With("topics", "[river, history]").With("byline", "[Ada Stone, Ben Field]").With("story", "The wreck").With("kicker", "Harbour").With("standfirst", "It lay there for 400 years.").WithPicture("quay.svg"));
        await PublishAsync("older", new Draft("Oak hull is older than thought", "town", "older", "The oak hull that a dredger struck in the harbour basin is older than divers thought: its ribs and planks were felled in 1610, its roof tiles fired later.").With("topics", "river").With("byline", "Ben Field").With("story", "The wreck"));
        await PublishAsync("rowers", new Draft("Rowers win by a length", "sport/rowing", "rowers", "The eight of the boat club won the regatta by a length.").With("topics", "river").With("byline", "Ada Stone").With("updated", "2026-06-01").With("date", "2026-05-30"));
        await PublishAsync("cup", new Draft("Cup final goes to extra time", "sport", "cup", "Nobody scored before the hundredth minute of the final.").With("rank", "5"));
        await PublishAsync("bakery", new Draft("Bakery wins a prize", "business", "bakery", "The brick oven in Kiln Lane bakes rye loafs that judges praised for their crust.").With("topics", "history").With("byline", "Cleo Marsh").With("story", "The rye"));
        await PublishAsync("gone", new Draft("Mayor resigns", "town", "gone", "The mayor is said to have left office in the night."));
        await PublishAsync("moved", new Draft("Market opens later", "business", "was-here", "Stalls open at nine from Monday on."));
        await PublishAsync("hindi", new Draft("मानचित्र में नगर", "town", "नगर", "नगर का नया मानचित्र आज छपा।").With("language", "hi"));
        await PublishAsync("ageing", new Draft("Two days old tomorrow", "business", "ageing", "What was news yesterday is not for long.").With("date", $"{paper.Clock.GetUtcNow().AddHours(-47):yyyy-MM-ddTHH:mm:ssZ}"));
        for (var n = 1; n <= 21; n++) await PublishAsync($"brief {n}", new Draft($"Brief {n}", "town", $"brief-{n}", $"Street {n} is closed for works until further notice.").With("date", $"2026-02-{n:00}T08:00"));
        await ReviseAsync("moved", d => d.With("formerly", d.Path) with { Slug = "moved" });
        await WithdrawAsync("gone");
        await DiscussAsync();
        pages.UnionWith(EveryPage.Of(this));
    }

    public void Show(string page) => pages.Add(page);

    public Piece Piece(string name) => printed[name];

    public async Task PublishAsync(string name, Draft draft)
    {
        (desk[name], printed[name]) = (draft.Without("formerly"), await paper.PublishAsync(draft.Headline, draft.Body, draft.Section, draft.Lines));
        if (!name.StartsWith("brief")) Show(printed[name].Url);
    }

    public async Task PublishElsewhereAsync(string name, Draft draft)
    {
        (desk[name], printed[name]) = (draft, await paper.PublishElsewhereAsync(draft.Headline, draft.Body, draft.Section, draft.Lines));
        Show(printed[name].Url);
    }

    public Task ReviseAsync(string name, Func<Draft, Draft> change) => PublishAsync(name, change(desk[name]));

    public Task WithdrawAsync(string name) => paper.WithdrawAsync(printed[name]);

    public async Task VerbAsync(params string[] words) => Assert.Equal(0, await paper.VerbAsync(words));

    /// <summary>The reply of a reader who is trusted by now, so that it is seen at once.</summary>
    public async Task<long> ReplyAsync(string name, string text, long? parent = null) => await paper.CommentAsync(printed[name], text, "Rita Regular", Regular, parent);

    /// <summary>A stranger's, which waits.</summary>
    public async Task<long> StrangeReplyAsync(string name, string text) => await paper.CommentAsync(printed[name], text, "Sam Stranger");

    public Task DecideAsync(string decision, params long[] replies) => VerbAsync(["comments", decision, .. replies.Select(id => $"{id}")]);

    /// <summary>An editor's slot with a beginning and an end, in minutes from now on the paper's clock.</summary>
    public Task BookAsync(int position, string name, int from, int until) => paper.AskAsync(async db =>
    {
        var now = paper.Clock.GetUtcNow().UtcDateTime;
        await using var write = await Write.AloneAsync(db, default);
        db.Slots.Add(new Slot(position, printed[name].Id, now.AddMinutes(from), now.AddMinutes(until)));
        db.Touch(Names.Front);
        await write.CommitAsync(now, default);
        return true;
    });

    // More than a page of threads, one with answers, one that waits.
    private async Task DiscussAsync()
    {
        Replies["first"] = await ReplyAsync("hull", "I saw it from the quay");
        await DecideAsync("approve", Replies["first"]);
        Replies["answer"] = await ReplyAsync("hull", "So did I", Replies["first"]);
        await ReplyAsync("hull", "And I", Replies["answer"]);
        for (var n = 2; n <= 51; n++) Replies[$"thread {n}"] = await ReplyAsync("hull", $"Remark {n}");
        Replies["waiting"] = await StrangeReplyAsync("hull", "May I say something?");
        Replies["on cup"] = await ReplyAsync("cup", "What a match");
    }
}
