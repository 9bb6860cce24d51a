using Broadsheet.Data;
using Broadsheet.Data.Writing;
using Broadsheet.Domain.Addresses;
using Broadsheet.Domain.Articles;
using Broadsheet.Domain.Bylines;
using Broadsheet.Domain.Sections;
using Broadsheet.Domain.Stories;
using Broadsheet.Domain.Topics;
using Microsoft.EntityFrameworkCore;

namespace Broadsheet.Import.Manuscripts;

/// <summary>Turns the names in a manuscript into the paper's rows, and makes those that are new. <see cref="Made"/> lists them.</summary>
internal sealed class NameBook(NewsDb db, CancellationToken stop)
{
    public List<string> Made { get; } = [];

    /// <param name="name">"sport/rowing" by slugs, or the name of a section.</param>
    public async Task<Section> SectionAsync(string name, string language)
    {
        if (await db.Sections.FirstOrDefaultAsync(s => s.Name == name, stop) is { } named) return named;
        Section? parent = null;
        foreach (var part in name.Split('/', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries))
            parent = await ChildAsync(parent, part, language);
        return parent!;
    }

    public async Task<TopicMark> TopicAsync(string name, string language)
    {
        var slug = Slug.Of(name, language);
        var topic = await db.Topics.FirstOrDefaultAsync(t => t.Slug == slug, stop) ?? await NewAsync(new Topic(name, slug), "topic " + name);
        return new TopicMark(topic.Name, topic.Slug);
    }

    public async Task<Story> StoryAsync(string name, string language)
    {
        var slug = Slug.Of(name, language);
        return await db.Stories.FirstOrDefaultAsync(s => s.Slug == slug, stop) ?? await NewAsync(new Story(name, slug), "story " + name);
    }

    public async Task<Credit> CreditAsync(string name, string language)
    {
        var slug = Slug.Of(name, language);
        var byline = await db.Bylines.FirstOrDefaultAsync(b => b.Slug == slug, stop) ?? await NewAsync(new Byline(name, slug), "author " + name);
        return new Credit(byline.Name, byline.Slug);
    }

    /// <param name="reference">A path of an article, or the slug at the end of one. Null when there is none.</param>
    public async Task<Article?> ArticleAsync(string reference)
    {
        if (reference.StartsWith('/')) return await AtAddressAsync(reference.EndsWith('/') ? reference : reference + "/");
        var ending = "/" + reference + "/";
        return await db.Articles.Where(a => a.Path.EndsWith(ending)).OrderBy(a => a.Id).FirstOrDefaultAsync(stop);
    }

    public Task<Article?> AtAddressAsync(string path) =>
        db.Addresses.Where(a => a.Path == path).Join(db.Articles, a => a.ArticleId, a => a.Id, (_, article) => article).FirstOrDefaultAsync(stop);

    private async Task<Section> ChildAsync(Section? parent, string name, string language)
    {
        var slug = Slug.Of(name, language);
        var path = (parent?.Path ?? "/") + slug + "/";
        return await db.Sections.FirstOrDefaultAsync(s => s.Path == path, stop)
            ?? await NewAsync(new Section(name == slug ? char.ToUpperInvariant(name[0]) + name[1..] : name, slug, path, parent?.Id, await db.Sections.CountAsync(stop) + 1), "section " + path);
    }

    private async Task<T> NewAsync<T>(T row, string what) where T : class
    {
        await Newcomers.EnterAsync(db, row, stop);
        Made.Add(what);
        return row;
    }
}
