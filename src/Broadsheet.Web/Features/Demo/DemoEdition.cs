using System.Text.Json;
using Broadsheet.Data;
using Broadsheet.Data.Comments;
using Broadsheet.Data.Readers;
using Broadsheet.Data.Writing;
using Broadsheet.Domain;
using Broadsheet.Domain.Addresses;
using Broadsheet.Domain.Articles;
using Broadsheet.Domain.Bylines;
using Broadsheet.Domain.Changes;
using Broadsheet.Domain.Comments;
using Broadsheet.Domain.Readers;
using Broadsheet.Domain.Sections;
using Broadsheet.Import.Manuscripts;
using Broadsheet.Web.Hosting;
using Microsoft.EntityFrameworkCore;
using YamlDotNet.Serialization;
using YamlDotNet.Serialization.NamingConventions;

namespace Broadsheet.Web.Features.Demo;

/// <summary>An invented town's paper, put into an empty data folder so that there is something to read at the first start.</summary>
public sealed class DemoEdition(NewsDb db, ManuscriptDesk desk, Seal seal, SiteSettings site, TimeProvider clock)
{
    private static readonly CommentRules Lenient = new(Hold.Never, Flood: false);

    private static readonly IDeserializer Yaml = new DeserializerBuilder().WithNamingConvention(CamelCaseNamingConvention.Instance).Build();

    public sealed class Plan
    {
        public Dictionary<string, string> Site { get; set; } = [];
        public Dictionary<string, string> Sections { get; set; } = [];
        public List<Writer> Authors { get; set; } = [];
    }

    public sealed class Writer
    {
        public string Name { get; set; } = "";
        public string? Role { get; set; }
        public string? About { get; set; }
    }

    public sealed class Reply
    {
        public string Author { get; set; } = "";

        /// <summary>Minutes after the article.</summary>
        public int After { get; set; }
        public string Body { get; set; } = "";
        public List<Reply> Replies { get; set; } = [];
    }

    private static string Folder => Path.Combine(AppContext.BaseDirectory, "demo");

    /// <summary>Before the settings are read: an empty data folder gets the demo paper's name, zone and lenient rules for comments.</summary>
    public static void PrepareSettings(string dataFolder)
    {
        var file = Path.Combine(dataFolder, Hosting.Settings.FileName);
        if (Directory.Exists(dataFolder) && Directory.EnumerateFileSystemEntries(dataFolder).Any()) return;
        Directory.CreateDirectory(dataFolder);
        var values = new { Site = Read<Plan>("edition.yaml").Site, Comments = new { Hold = "never" } };
        File.WriteAllText(file, JsonSerializer.Serialize(values, new JsonSerializerOptions { WriteIndented = true }));
    }

    /// <summary>Does nothing when the paper has articles already.</summary>
    /// <param name="tell">Called with the progress, in words.</param>
    public async Task FillAsync(Action<string> tell, CancellationToken stop)
    {
        if (await db.Articles.AnyAsync(stop)) return;
        await SetUpAsync(Read<Plan>("edition.yaml"), stop);
        var manuscripts = Manuscripts();
        tell($"setting the demo edition: {manuscripts.Count} articles");
        var outcome = await desk.PublishAsync(manuscripts, stop);
        if (outcome.Faults.Count > 0) throw new OperatorMistake(string.Join("\n", outcome.Faults));
        await using var write = await Write.AloneAsync(db, stop);
        foreach (var published in outcome.Articles) await ReplyAsync(published.Path, stop);
        await write.CommitAsync(clock.UtcNow(), stop);
    }

    private async Task SetUpAsync(Plan plan, CancellationToken stop)
    {
        await using var write = await Write.AloneAsync(db, stop);
        db.Sections.AddRange(plan.Sections.Select((s, index) => new Section(s.Value, s.Key, $"/{s.Key}/", null, index + 1)));
        foreach (var writer in plan.Authors)
        {
            var byline = new Byline(writer.Name, Slug.Of(writer.Name, "en"));
            byline.Introduce(writer.Role, writer.About);
            db.Bylines.Add(byline);
        }
        await db.SaveChangesAsync(stop);
        db.Touch([Names.Sections, .. db.Bylines.Local.Select(b => Names.Byline(b.Id))]);
        await write.CommitAsync(clock.UtcNow(), stop);
    }

    /// <summary>All dates are moved by the same number of days, so that the edition's last day is today or, early in the morning, yesterday.</summary>
    private List<Manuscript> Manuscripts()
    {
        var reader = new ManuscriptReader(site.Zone, site.Language);
        var read = Directory.GetFiles(Path.Combine(Folder, "articles"), "*.md").Order(StringComparer.Ordinal).Select(reader.Read).ToList();
        if (read.SelectMany(r => r.Faults).ToList() is { Count: > 0 } faults) throw new OperatorMistake(string.Join("\n", faults));
        var newest = read.Max(r => r.Manuscript!.UpdatedAt ?? r.Manuscript!.DatedAt!.Value);
        var days = Math.Floor((clock.UtcNow() - newest).TotalDays);
        return [.. read.Select(r => r.Manuscript!).OrderBy(m => m.DatedAt)
            .Select(m => m with { DatedAt = m.DatedAt!.Value.AddDays(days), UpdatedAt = m.UpdatedAt?.AddDays(days), Corrections = [.. m.Corrections.Select(c => c with { At = c.At?.AddDays(days) })] })];
    }

    private async Task ReplyAsync(string path, CancellationToken stop)
    {
        var file = Path.Combine("replies", path.TrimEnd('/').Split('/')[^1] + ".yaml");
        if (!File.Exists(Path.Combine(Folder, file))) return;
        var article = await db.Articles.SingleAsync(a => a.Path == path, stop);
        db.Touch(Names.Replies(article.Id));
        await ReplyAsync(article, null, Read<List<Reply>>(file), stop);
    }

    private async Task ReplyAsync(Article article, Comment? parent, List<Reply> replies, CancellationToken stop)
    {
        foreach (var reply in replies)
        {
            var at = article.PublishedAt!.Value.AddMinutes(reply.After) is var time && time < clock.UtcNow() ? time : clock.UtcNow();
            var typed = Submission.Read(reply.Author, Slug.Of(reply.Author, "en") + "@demo.invalid", null, reply.Body);
            var reader = await ReaderBook.FindOrEnterAsync(db, seal, typed.Value.Email, at, stop);
            var comment = Comment.Post(article, parent, reader, typed.Value, new Standing(false, null, 0, true), Lenient, at);
            if (comment.Refused is { } refusal) throw new InvalidOperationException($"demo/replies for {article.Path}: {refusal}");
            db.Comments.Add(comment.Value);
            await db.SaveChangesAsync(stop);
            await ReplyCount.AddAsync(db, article.Id, 1, stop);
            await ReplyAsync(article, comment.Value, reply.Replies, stop);
        }
    }

    private static T Read<T>(string file) => Yaml.Deserialize<T>(File.ReadAllText(Path.Combine(Folder, file)));
}
