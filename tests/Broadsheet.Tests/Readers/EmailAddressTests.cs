using Broadsheet.Domain.Readers;

namespace Broadsheet.Tests.Readers;

public sealed class EmailAddressTests
{
    [Theory]
    [InlineData("ann@example.org")]
    [InlineData("a.b+news@mail.example.co.uk")]
    [InlineData("o'neill@example.org")]
    [InlineData("иван@пример.рф")]
    [InlineData("x@a-b.org")]
    public void This_is_an_address(string text) => Assert.True(EmailAddress.IsOne(text));

    [Theory]
    [InlineData("")]
    [InlineData("ann")]
    [InlineData("@example.org")]
    [InlineData("ann@")]
    [InlineData("ann@example")]
    [InlineData("ann@@example.org")]
    [InlineData("ann@b@example.org")]
    [InlineData("ann example@example.org")]
    [InlineData("ann@example..org")]
    [InlineData("ann@.example.org")]
    [InlineData("ann@-example.org")]
    [InlineData("ann@example.org.")]
    [InlineData(".ann@example.org")]
    [InlineData("ann.@example.org")]
    [InlineData("a..n@example.org")]
    [InlineData("ann@example.org,bob@example.org")]
    [InlineData("Ann <ann@example.org>")]
    [InlineData("ann@exa_mple.org")]
    [InlineData("ann@example.org\r\nBcc: all@example.org")]
    public void This_is_none(string text) => Assert.False(EmailAddress.IsOne(text));

    [Fact]
    public void An_address_that_no_server_takes_is_none()
    {
        Assert.False(EmailAddress.IsOne(new string('a', 65) + "@example.org"));
        Assert.False(EmailAddress.IsOne("ann@" + string.Join('.', Enumerable.Repeat("label", 60)) + ".org"));
        Assert.False(EmailAddress.IsOne("ann@" + new string('a', 64) + ".org"));
    }
}
