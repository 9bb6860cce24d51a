using Broadsheet.Data;

namespace Broadsheet.Web.Features.Serving;

/// <summary>For whoever watches the program: /healthz, it is alive; /readyz, its database answers and has the newest schema.</summary>
public static class Health
{
    public static void Map(IEndpointRouteBuilder routes)
    {
        routes.MapGet("/healthz", () => Results.Text("alive"));
        routes.MapGet("/readyz", async (NewsDb db, ILoggerFactory logs, CancellationToken stop) =>
        {
            try { return await Schema.IsCurrentAsync(db, stop) ? Results.Text("ready") : Results.Text("the database has an older schema", statusCode: 503); }
            catch (System.Data.Common.DbException fault)
            {
                logs.CreateLogger("Broadsheet").LogError(fault, "the database does not answer");
                return Results.Text("the database does not answer", statusCode: 503);
            }
        });
    }
}
