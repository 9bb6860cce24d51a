using Broadsheet.Web.Hosting;
using Microsoft.EntityFrameworkCore;

namespace Broadsheet.Tests.Serving;

/// <summary>What readers and writers see when the database fails.</summary>
public sealed class DatabaseGoneTests(OpenPaper paper) : PaperTest<OpenPaper>
{
    [Fact]
    public async Task Readers_get_what_is_in_memory_and_else_a_calm_page_and_all_is_well_again_by_itself()
    {
        var (kept, other) = (await paper.PublishAsync("Still in memory"), await paper.PublishAsync("Not in memory"));
        await paper.TextAsync(kept.Path);
        await RenameAsync("revision", "mislaid");
        try
        {
            Assert.Contains("Still in memory", await paper.TextAsync(kept.Path));
            using var answer = await paper.Browser.GetAsync(other.Path);
            var page = await answer.Content.ReadAsStringAsync();

            Assert.Equal((503, "no-store"), ((int)answer.StatusCode, answer.Headers.CacheControl!.ToString()));
            Assert.NotNull(answer.Headers.RetryAfter);
            Assert.Contains("/theme/", page);
            Assert.Contains(Paper.Name, page);
            Assert.All(SecurityHeaders.All, header => Assert.Equal(header.Value, Assert.Single(answer.Headers.GetValues(header.Name))));
        }
        finally { await RenameAsync("mislaid", "revision"); }

        Assert.Contains("Not in memory", await paper.TextAsync(other.Path));
    }

    [Fact]
    public async Task Whoever_replies_gets_the_text_back()
    {
        var piece = await paper.PublishAsync("Replied to in vain");
        await RenameAsync("comment", "mislaid");
        try
        {
            using var answer = await paper.Browser.PostAsync("/comments", new FormUrlEncodedContent(new Dictionary<string, string>
            {
                ["article"] = $"{piece.Id}", ["author"] = "Ann", ["email"] = "ann@example.org", ["body"] = "Forty words that took a while.",
            }));

            Assert.Equal(503, (int)answer.StatusCode);
            Assert.Contains("Forty words that took a while.", await answer.Content.ReadAsStringAsync());
        }
        finally { await RenameAsync("mislaid", "comment"); }
    }

    private Task RenameAsync(string table, string to)
    {
        var statement = $"alter table {table} rename to {to}";
        return paper.AskAsync(db => db.Database.ExecuteSqlRawAsync(statement));
    }
}
