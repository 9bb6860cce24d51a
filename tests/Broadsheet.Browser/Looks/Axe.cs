using System.Text.Json;

namespace Broadsheet.Browser.Looks;

/// <summary>The axe-core accessibility checker: its rules for WCAG 2.2, levels A and AA, and for good practice.</summary>
public static class Axe
{
    private const string Ask = """
        async () => (await axe.run(document, {
          runOnly: { type: 'tag', values: ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'] }, resultTypes: ['violations'],
        })).violations.flatMap(broken => broken.nodes.map(node => `${broken.id}: ${node.target} ${node.failureSummary}`))
        """;

    private static readonly Lazy<string> Checker = new(() =>
    {
        var file = Path.Combine(AppContext.BaseDirectory, "axe.min.js");
        return File.Exists(file) ? File.ReadAllText(file) : throw new FileNotFoundException("axe-core is missing: npm ci --prefix tests/Broadsheet.Browser, then build again");
    });

    /// <summary>A line for everything that stands in the way of a reader.</summary>
    public static async Task<string[]> FindAsync(IPage page)
    {
        await page.EvaluateAsync(Checker.Value);
        return await page.EvaluateAsync<string[]>(Ask);
    }
}
