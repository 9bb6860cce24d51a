namespace Broadsheet.Web.Hosting;

public static class SeeOtherExtension
{
    /// <summary>303: a form was taken; the browser goes on with GET, and reloading does not send the form again.</summary>
    public static IResult SeeOther(this IResultExtensions _, string path) => new Redirect(path);

    private sealed record Redirect(string Path) : IResult
    {
        public Task ExecuteAsync(HttpContext context)
        {
            context.Response.StatusCode = StatusCodes.Status303SeeOther;
            context.Response.Headers.Location = Path;
            return Task.CompletedTask;
        }
    }
}
