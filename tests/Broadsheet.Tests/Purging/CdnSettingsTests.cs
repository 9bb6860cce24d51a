using Broadsheet.Web.Hosting;
using Microsoft.Extensions.Configuration;

namespace Broadsheet.Tests.Purging;

public sealed class CdnSettingsTests
{
    [Fact]
    public void Usually_there_is_nothing_in_front()
    {
        var cdn = Read();

        Assert.Empty(cdn.Varnish);
        Assert.Null(cdn.Api);
    }

    [Fact]
    public void Several_Varnishes_are_parted_by_spaces() => Assert.Equal(["http://127.0.0.1:6081/", "http://10.0.0.2/"], Read(("Varnish", "http://127.0.0.1:6081  http://10.0.0.2")).Varnish.Select(u => u.ToString()));

    [Theory]
    [InlineData("Varnish", "127.0.0.1:6081")]
    [InlineData("Varnish", "http://me:secret@127.0.0.1/")]
    [InlineData("Purge", "https://api.example/purge")]
    [InlineData("MaxAge", "1 day")]
    public void A_value_that_cannot_be_is_refused_and_no_secret_is_told(string name, string value) =>
        Assert.DoesNotContain("secret", Assert.Throws<OperatorMistake>(() => Read((name, value))).Message);

    [Fact]
    public void The_token_is_in_no_text_made_of_the_settings() =>
        Assert.DoesNotContain("s3cret", Read(("Purge", "https://api.example/purge"), ("PurgeAll", "https://api.example/all"), ("Token", "s3cret")).ToString());

    private static CdnSettings Read(params (string Name, string Value)[] values) =>
        CdnSettings.Read(new ConfigurationBuilder().AddInMemoryCollection(values.Select(v => KeyValuePair.Create(v.Name, (string?)v.Value))).Build());
}
