using Broadsheet.Data.Reading;
using Broadsheet.Domain.Addresses;
using Broadsheet.Domain.Changes;

namespace Broadsheet.Web.Features.Redirects;

/// <summary>Redirects of the old site that name many addresses at once, in memory: for addresses that nothing else answers.</summary>
public sealed class OldPatterns
{
    private static readonly Question<OldPattern> All = new("select pattern, target, position from old_pattern order by position", row => new(row.GetString(0), row.GetString(1), row.GetInt32(2)));

    private readonly List<OldPattern> patterns;

    private OldPatterns(List<OldPattern> patterns) => this.patterns = patterns;

    /// <inheritdoc cref="OldPattern.Lead"/>
    public static async Task<string?> LeadAsync(string path, string query, ReadingRoom room, CancellationToken stop)
    {
        var all = await room.RecallAsync(async db => new OldPatterns(await All.AllAsync(db, stop)), Names.OldAddresses);
        return all.patterns.Select(pattern => pattern.Lead(path, query)).FirstOrDefault(target => target is not null);
    }
}
