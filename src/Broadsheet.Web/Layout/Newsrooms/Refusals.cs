using Broadsheet.Domain;

namespace Broadsheet.Web.Layout.Newsrooms;

/// <summary>Refusals as the newsroom shows them.</summary>
public static class Refusals
{
    public sealed record Line(string? Field, string Sentence);

    public sealed record Answer(string Sentence, IReadOnlyList<Line> Refusals);

    /// <summary>A page of its own, where there is none to go back to.</summary>
    public static IResult Page(Refusal refusal) => Newsroom.Page<ErrorPage>("Not possible", new ErrorPage.View("Not possible", refusal.ToString(), Newsroom.Root + "/", "To the board"), refusal.Status());

    /// <summary>For a script: the status of the first, and each with its field and its sentence.</summary>
    public static IResult Json(params IReadOnlyList<Refusal> refusals) => Results.Json(new Answer(refusals[0].ToString(), [.. refusals.Select(r => new Line(r.Field, r.ToString()))]), statusCode: refusals[0].Status());
}
