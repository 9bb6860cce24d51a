using Broadsheet.Domain.Staff;
using Broadsheet.Web.SigningIn;

namespace Broadsheet.Tests.Staff;

/// <summary>One network address that is wrong too often waits; on a paper of its own, since all tests come from one address.</summary>
public sealed class ThrottleTests(Paper paper) : PaperTest
{
    [Fact]
    public async Task After_twenty_wrong_tries_an_address_waits_and_another_does_not()
    {
        using var desk = await Desk.HireAsync(paper, Role.Reporter);
        using var guesser = await Desk.HireAsync(paper, Role.Reporter);
        guesser.Browser.DefaultRequestHeaders.Add("X-Forwarded-For", "198.51.100.1, 203.0.113.7");
        for (var i = 0; i < WrongTries.Most; i++)
            using (var wrong = await guesser.PostAsync("/newsroom/sign-in", "/newsroom/sign-in", ("email", $"nobody-{i}@example.org"), ("password", "not the password")))
                Assert.Equal(422, (int)wrong.StatusCode);

        using var waits = await guesser.SignInAsync();
        using var passes = await desk.SignInAsync();

        Assert.Equal((429, 303), ((int)waits.StatusCode, (int)passes.StatusCode));
        paper.Clock.PutForward(WrongTries.Within + TimeSpan.FromSeconds(1));
        using var later = await guesser.SignInAsync();
        Assert.Equal(303, (int)later.StatusCode);
    }
}
