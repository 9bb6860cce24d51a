using Broadsheet.Domain.Addresses;

namespace Broadsheet.Tests.Addresses;

public sealed class OldPatternTests
{
    [Theory]
    [InlineData(@"^/old/(\d+)/(.*)$", "/new/$1/$2", "/old/12/a b", "", "/new/12/a%20b")]
    [InlineData(@"^/old/(\d+)/(.*)$", "/new/$1/$2", "/old/x/a", "", null)]
    [InlineData(@"^/old/(.*)$", "/new/$1", "/old/a", "?b=1&c=2", "/new/a?b=1&c=2")]
    [InlineData(@"^/old/(\d+)$", "/new/$1", "/old/5", "?utm_source=x", "/new/5")]
    [InlineData(@"^/index\.php\?id=(\d+)", "/news/$1/", "/index.php", "?id=7", "/news/7/")]
    [InlineData(@"^/old/(.*)$", "/$1", "/old//else.example/", "", "/else.example/")]
    [InlineData(@"^/old/(.*)$", "/$1", "/old/\\else.example", "", "/%5Celse.example")]
    [InlineData(@"^/old/(.*)$", "/new/$1", "/old/a\rSet-Cookie: x", "", "/new/a%0DSet-Cookie%3A%20x")]
    [InlineData(@"^/old/([^/]+)$", "/new/$1", "/old/a?b\r\nc", "", "/new/a?b%0D%0Ac")]
    [InlineData(@"^/a(b)?/$", "/c$1/$2", "/a/", "", "/c/")]
    [InlineData(@"^/(.*)$", "/$1", "/anything", "", null)]
    [InlineData(@"^/(.*)$", "/blog/$1", "/anything", "", null)]
    [InlineData(@"/p-(.*)/", "/x/$1", "/in/p-1/", "", "/x/1")]
    public void A_pattern_leads_on(string pattern, string target, string path, string query, string? leads) => Assert.Equal(leads, OldPattern.Make(pattern, target, 1).Value.Lead(path, query));

    [Theory]
    [InlineData(@"^/(?!new/)", "/new/")]
    [InlineData(@"^/(?<=a)b", "/new/")]
    [InlineData(@"^/(a+)\1$", "/new/")]
    [InlineData(@"^/(?>a+)b", "/new/")]
    [InlineData(@"^/(", "/new/")]
    [InlineData(@"^/[[:alpha:]]+$", "/new/")]
    [InlineData(@"^/old$", "https://else.example/")]
    [InlineData(@"^/old$", "//else.example/")]
    [InlineData(@"^/old/(.*)$", "$1")]
    [InlineData(@"^/old/(.*)$", "/%{HTTP_HOST}/$1")]
    public void What_cannot_be_followed_safely_is_refused(string pattern, string target) => Assert.NotNull(OldPattern.Make(pattern, target, 1).Refused);

    [Fact]
    public void A_pattern_that_could_take_for_ever_does_not()
    {
        var pattern = OldPattern.Make("^/(a+)+$", "/new/", 1).Value;

        Assert.Null(pattern.Lead("/" + new string('a', 50_000) + "!", ""));
    }
}
