using Broadsheet.Domain.Comments;

namespace Broadsheet.Tests.Comments;

public sealed class SubmissionTests
{
    [Fact]
    public void A_good_reply_is_trimmed_and_taken()
    {
        var typed = Submission.Read("  Ann \u0000Reader ", " ann@example.org ", "  ", "\r\nStay safe!\r\nAll of you.\u0000 \n").Value;

        Assert.Equal(new Submission("Ann Reader", "ann@example.org", null, "Stay safe!\nAll of you."), typed);
    }

    [Fact]
    public void An_empty_form_names_every_required_field_in_its_order() =>
        Assert.Equal(["author", "email", "body"], Submission.Read(null, " ", "", "\n\n").Refusals.Select(r => r.Field));

    [Theory]
    [InlineData("ann", "author", false)]
    [InlineData("", "author", true)]
    public void A_name_is_needed(string name, string field, bool refused) =>
        Assert.Equal(refused, Submission.Read(name, "ann@example.org", null, "Text").Refusals.Any(r => r.Field == field));

    [Fact]
    public void What_is_too_long_is_told_with_the_limit()
    {
        var refusals = Submission.Read(new string('n', 81), "ann@example.org", null, new string('t', 8001)).Refusals;

        Assert.Equal(["A name has at most 80 characters.", "A reply has at most 8000 characters."], refusals.Select(r => r.ToString()));
        Assert.Null(Submission.Read(new string('n', 80), "ann@example.org", null, new string('t', 8000)).Refused);
    }

    [Theory]
    [InlineData("https://example.org/me?a=b", true)]
    [InlineData("http://example.org", true)]
    [InlineData("example.org", false)]
    [InlineData("javascript:alert(1)", false)]
    [InlineData("data:text/html,x", false)]
    [InlineData("ftp://example.org", false)]
    [InlineData("https://user:word@example.org", false)]
    [InlineData("//example.org", false)]
    public void A_website_is_an_address_of_the_web(string website, bool taken) =>
        Assert.Equal(taken, Submission.Read("Ann", "ann@example.org", website, "Text").Refused is null);
}
