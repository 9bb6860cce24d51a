namespace Broadsheet.Web.Layout.Newsrooms;

/// <summary>An answer that says why not: a page for people, an RFC 9457 problem for scripts.</summary>
public static class NewsroomError
{
    public static Task ShowAsync(HttpContext http, int status, string? message = null)
    {
        var (heading, usual, link, linkText) = Words(status);
        var result = Newsroom.WantsPage(http.Request)
            ? Newsroom.Page<ErrorPage>(heading, new ErrorPage.View(heading, message ?? usual, link, linkText), status)
            : Results.Problem(message ?? usual, statusCode: status, title: heading);
        return result.ExecuteAsync(http);
    }

    private static (string Heading, string Message, string? Link, string? LinkText) Words(int status) => status switch
    {
        400 => ("This form is too old", "The page was open for too long, or the form came from elsewhere. Go back, load the page again and send it once more. What you typed is still in the form.", null, null),
        401 => ("You are signed out", "Nothing was stored. Sign in again in another tab, then go back and send the form once more: what you typed is still there.", "/newsroom/sign-in", "Sign in"),
        403 => ("Not for your role", "Your role does not allow this. A publisher can change it.", "/newsroom/", "To the board"),
        404 => ("Not here", "There is nothing at this address.", "/newsroom/", "To the board"),
        405 => ("Not like this", "This address does not take such a request.", "/newsroom/", "To the board"),
        409 => ("Somebody was faster", "It has changed in the meantime. Load the page again.", null, null),
        410 => ("Not any more", "What was here is gone.", "/newsroom/", "To the board"),
        413 => ("Too large", "More was sent than this address takes. Nothing was stored.", null, null),
        415 => ("Not a form", "This address takes forms.", null, null),
        429 => ("Too many tries", "Wait a few minutes, then try again.", null, null),
        503 => ("The database does not answer", "Nothing was stored. Go back and try again in a moment: what you typed is still in the form.", null, null),
        _ => ("Something went wrong", "That is a fault of the program; it has been noted in its log. What you typed is still in the form when you go back.", "/newsroom/", "To the board"),
    };
}
