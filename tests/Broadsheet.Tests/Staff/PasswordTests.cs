using Broadsheet.Domain.Staff;

namespace Broadsheet.Tests.Staff;

public sealed class PasswordTests
{
    [Theory]
    [InlineData("a heron on the quay")]
    [InlineData("correct staple 9 battery")]
    [InlineData("Überfahrt nach Norden")]
    [InlineData("سفينة في الميناء القديم")]
    public void A_few_words_can_be_a_password(string password) => Assert.Null(Password.FaultOf(password, "Mara Quill", "mara@example.org"));

    [Theory]
    [InlineData(null)]
    [InlineData("elevensigns")]
    [InlineData("password1234")]
    [InlineData("P@$$word2026!")]
    [InlineData("aaaaaaaaaaaa")]
    [InlineData("121212121212")]
    [InlineData("123456789012")]
    [InlineData("qwertyuiopasdf")]
    [InlineData("1q2w3e4r5t6y")]
    [InlineData("Broadsheet2026")]
    [InlineData("newsroom!!!!")]
    [InlineData("maraquill2026")]
    [InlineData("mara@example.org")]
    public void What_is_short_or_guessed_first_cannot(string? password) => Assert.NotNull(Password.FaultOf(password, "Mara Quill", "mara@example.org"));
}
