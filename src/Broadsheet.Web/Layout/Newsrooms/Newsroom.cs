using System.Text;
using Broadsheet.Domain;
using Broadsheet.Web.Hosting;
using Microsoft.AspNetCore.Antiforgery;
using Microsoft.AspNetCore.Components;
using Microsoft.AspNetCore.Components.Web;

namespace Broadsheet.Web.Layout.Newsrooms;

/// <summary>Answers with a page of the newsroom: a Razor component, drawn once on the server inside <see cref="NewsroomShell"/>.</summary>
public static class Newsroom
{
    public const string Root = "/newsroom";

    /// <summary>A form is asked to have it; in a script, the header is.</summary>
    public const string TokenField = "token", TokenHeader = "X-Newsroom-Token";

    /// <param name="title">Of the page, without the paper's name.</param>
    /// <param name="model">Given to the component's parameter Model; null for one that has none.</param>
    public static IResult Page<TComponent>(string title, object? model = null, int status = 200) where TComponent : IComponent => new Drawn(typeof(TComponent), title, model, status);

    /// <summary>Whether a person's browser waits for a page; a script is told in JSON.</summary>
    public static bool WantsPage(HttpRequest request) => request.Headers["Sec-Fetch-Dest"].ToString() is { Length: > 0 } kind
        ? kind is "document" or "iframe" or "frame"
        : !request.Headers.ContainsKey(TokenHeader) && request.Headers.Accept.ToString().Contains("text/html", StringComparison.OrdinalIgnoreCase);

    /// <summary>For an endpoint that a script asks: the refusal's sentence as an RFC 9457 problem, with the field it stands beside.</summary>
    public static IResult Problem(Refusal refusal) =>
        Results.Problem(refusal.ToString(), statusCode: refusal.Status(), extensions: refusal.Field is null ? null : new Dictionary<string, object?> { ["field"] = refusal.Field });

    private sealed record Drawn(Type Component, string Title, object? Model, int Status) : IResult
    {
        public async Task ExecuteAsync(HttpContext http)
        {
            var services = http.RequestServices;
            var me = services.GetRequiredService<Visitor>().Me;
            var token = services.GetRequiredService<IAntiforgery>().GetAndStoreTokens(http).RequestToken!;
            var visit = new Visit(Title, me, http.Request.Path, token, services.GetRequiredService<NewsroomMenu>().For(me), services.GetRequiredService<SiteSettings>(), services.GetRequiredService<NewsroomFiles>());
            var body = await DrawAsync(services, visit);
            http.Response.StatusCode = Status;
            http.Response.ContentType = "text/html; charset=utf-8";
            http.Response.ContentLength = body.Length;
            await http.Response.Body.WriteAsync(body, http.RequestAborted);
        }

        private async Task<byte[]> DrawAsync(IServiceProvider services, Visit visit)
        {
            await using var renderer = new HtmlRenderer(services, services.GetRequiredService<ILoggerFactory>());
            var parameters = new Dictionary<string, object?> { [nameof(NewsroomShell.Visit)] = visit, [nameof(NewsroomShell.Content)] = (RenderFragment)(builder =>
            {
                builder.OpenComponent(0, Component);
                if (Model is not null) builder.AddComponentParameter(1, "Model", Model);
                builder.CloseComponent();
            }) };
            var html = await renderer.Dispatcher.InvokeAsync(async () => (await renderer.RenderComponentAsync<NewsroomShell>(ParameterView.FromDictionary(parameters))).ToHtmlString());
            return Encoding.UTF8.GetBytes(html);
        }
    }
}
