using Broadsheet.Data;
using Broadsheet.Data.Writing;
using Broadsheet.Domain.Addresses;
using Broadsheet.Domain.Articles;
using Broadsheet.Domain.Bylines;
using Broadsheet.Domain.Sections;
using Broadsheet.Domain.Topics;
using Microsoft.EntityFrameworkCore;

namespace Broadsheet.Import.Moving;

/// <summary>Categories become sections, tags topics, authors bylines; made when the first piece carries them, or all at once at the beginning. To be used while holding the write lock.</summary>
internal sealed class NameDesk(NewsDb db, ExportIndex index, OldAddressBook addresses, MoveReport report, string language, CancellationToken stop)
{
    // First segments of addresses that the paper needs itself.
    private static readonly HashSet<string> Reserved =
        ["search", "feed", "corrections", "topics", "authors", "stories", "media", "theme", "newsroom", "api", "comments", "sitemaps", "healthz", "readyz", "wp-json", "category", "tag", "author", "page"];

    // Longer, and it does not stand in one line of a page.
    private const int LongestName = 100;

    private readonly Dictionary<string, Section> sections = [];
    private readonly Dictionary<long, string> paths = [];
    private readonly Dictionary<string, TopicMark> topics = [];
    private readonly Dictionary<string, Credit> credits = [];
    private readonly Dictionary<string, string> slugs = [];
    private readonly Dictionary<(string, string), TopicMark> terms = [];

    // What was entered, for those who may not ask the database.
    public Section Section(string slug) => sections[slug];
    public TopicMark Topic(string slug) => topics[slug];
    public Credit Credit(string login) => credits[login];

    /// <summary>The path of a section.</summary>
    public string PathOf(long section) => paths[section];

    /// <summary>Everything that the export names, whether a piece carries it or not.</summary>
    public async Task EnterAllAsync()
    {
        foreach (var (what, slug, term) in index.Categories.Select(c => ("category", c.Key, c.Value)).Concat(index.Tags.Select(t => ("tag", t.Key, t.Value)))) RemarkLength(term.At, $"{what} {slug}", term.Name);
        foreach (var author in index.Authors.Values) RemarkLength(author.At, $"author {WithoutAddress(author.Login)}", author.DisplayName);
        foreach (var slug in index.Categories.Keys) await SectionAsync(slug, slug);
        foreach (var (slug, tag) in index.Tags) await TopicAsync(slug, tag.Name);
        foreach (var login in index.Authors.Keys.Concat(index.Guests.Logins)) await CreditAsync(login);
    }

    /// <summary>A category as a section, within those around it.</summary>
    public Task<Section> SectionAsync(string slug, string name) => SectionAsync(slug, name, []);

    public async Task<TopicMark> TopicAsync(string slug, string name)
    {
        if (topics.TryGetValue(slug, out var known)) return known;
        var topic = await db.Topics.FirstOrDefaultAsync(t => t.Slug == slug, stop) ?? await Newcomers.EnterAsync(db, new Topic(name, slug), stop);
        addresses.Enter($"tag/{slug}/", AddressText.Topic(slug));
        addresses.EnterQuery("tag", slug, AddressText.Topic(slug));
        return topics[slug] = new TopicMark(topic.Name, topic.Slug);
    }

    /// <summary>A term of a taxonomy that is no category, tag or author. One that is called as a tag is, is that topic.</summary>
    public async Task<TopicMark> TermAsync(Mark mark)
    {
        if (terms.TryGetValue((mark.Taxonomy, mark.Slug), out var known)) return known;
        var topic = await TopicAsync(mark.Slug, mark.Name);
        foreach (var path in index.Taxonomies.PathsOf(mark)) addresses.Enter(path, AddressText.Topic(topic.Slug));
        return terms[(mark.Taxonomy, mark.Slug)] = topic;
    }

    /// <param name="login">As posts name their creator.</param>
    /// <param name="shown">The name to be shown, where the piece itself says it (Co-Authors Plus).</param>
    public async Task<Credit> CreditAsync(string login, string? shown = null)
    {
        if (credits.TryGetValue(login, out var known)) return known;
        var (author, guest) = (index.Authors.GetValueOrDefault(login), index.Guests.Of(login));
        var name = WithoutAddress(guest?.Name ?? shown ?? author?.DisplayName ?? login);
        var person = guest?.Login ?? login;
        var slug = SlugOf(person, author);
        // Two logins may look alike without what is left out of them.
        if (!slugs.TryAdd(slug, person) && !slugs[slug].Equals(person, StringComparison.OrdinalIgnoreCase)) slug = $"{slug}-{author?.Id ?? slugs.Count}";
        var byline = await db.Bylines.FirstOrDefaultAsync(b => b.Slug == slug, stop) ?? await Newcomers.EnterAsync(db, new Byline(name, slug), stop);
        foreach (var old in new[] { slug, SlugOf(login, author) }.Distinct()) addresses.Enter($"author/{old}/", AddressText.Author(slug));
        if (author is { Id: > 0 }) addresses.EnterQuery("author", $"{author.Id}", AddressText.Author(slug));
        return credits[login] = new Credit(byline.Name, byline.Slug);
    }

    private void RemarkLength(Place at, string what, string name)
    {
        if (name.Length > LongestName) report.Remark(at, $"{what}: its name is {name.Length} characters long");
    }

    /// <summary>Many sign with their e-mail address, and it must not become part of a name or of an address.</summary>
    public static string WithoutAddress(string name) => name.IndexOf('@') is var at and >= 0 ? at > 0 ? name[..at] : name[1..] : name;

    private string SlugOf(string login, Author? author) => Slug.Of(WithoutAddress(login), language) is { Length: > 0 } readable ? readable : $"author-{author?.Id ?? 0}";

    private async Task<Section> SectionAsync(string slug, string name, HashSet<string> within)
    {
        if (sections.TryGetValue(slug, out var known)) return known;
        var category = index.Categories.GetValueOrDefault(slug);
        within.Add(slug);
        var parent = category is { Parent.Length: > 0 } && HasParent(category, within) ? await SectionAsync(category.Parent, category.Parent, within) : null;
        var path = PathOf(parent, slug);
        var section = await db.Sections.FirstOrDefaultAsync(s => s.Path == path, stop)
            ?? await Newcomers.EnterAsync(db, new Section(category?.Name is { Length: > 0 } proper ? proper : name, slug, path, parent?.Id, await db.Sections.CountAsync(stop) + 1), stop);
        if (category is not null) EnterOld(category, section);
        paths[section.Id] = section.Path;
        return sections[slug] = section;
    }

    // A category that is its own ancestor stands at the root, and so does one whose parent is not there.
    private bool HasParent(Term category, HashSet<string> within)
    {
        if (within.Contains(category.Parent)) report.Fault(category.At, $"category {category.Slug}: it stands within itself, in a circle ({string.Join(", ", within)}); here it stands at the root");
        else if (!index.Categories.ContainsKey(category.Parent)) report.Remark(category.At, $"category {category.Slug}: its parent {category.Parent} is not in the export; here it stands at the root");
        else return true;
        return false;
    }

    private void EnterOld(Term category, Section section)
    {
        var target = AddressText.Encoded(section.Path);
        if (section.Path != index.Site.Below($"category/{category.Slug}/")) addresses.Enter($"category/{category.Slug}/", target);
        if (section.ParentId is not null) addresses.Enter("category" + section.Path, target);
        if (category.Id > 0) addresses.EnterQuery("cat", $"{category.Id}", target);
    }

    private string PathOf(Section? parent, string slug)
    {
        var path = (parent?.Path ?? "/") + slug + "/";
        var taken = index.HasPath(path) || index.HasPath(path.TrimEnd('/')) || parent is null && (Reserved.Contains(slug) || slug.All(char.IsAsciiDigit));
        return taken ? (parent?.Path ?? "/category/") + (parent is null ? slug : "category-" + slug) + "/" : path;
    }
}
