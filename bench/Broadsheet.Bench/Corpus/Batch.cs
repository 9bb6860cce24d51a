using Broadsheet.Domain.Addresses;
using Broadsheet.Domain.Articles;
using Broadsheet.Domain.Changes;
using Broadsheet.Domain.Comments;

namespace Broadsheet.Bench.Corpus;

/// <summary>The rows of some articles, made by the paper's own rules.</summary>
public sealed class Batch
{
    public List<Article> Articles { get; } = [];
    public List<Revision> Revisions { get; } = [];
    public List<Address> Addresses { get; } = [];
    public List<Listed> Listed { get; } = [];
    public List<Comment> Comments { get; } = [];
    public List<Change> Changes { get; } = [];

    /// <summary>In the order in which rows name each other.</summary>
    public IEnumerable<IReadOnlyList<object>> Tables => [Articles, Revisions, Addresses, Listed, Comments, Changes];
}
