using System.Data.Common;
using Broadsheet.Data;
using Broadsheet.Web.Hosting;

namespace Broadsheet.Web.Features.Serving;

/// <summary>For whoever watches the program: /healthz, it is alive; /readyz, it is to be asked: its database answers and has the newest schema, and it is not about to end.</summary>
public static class Health
{
    public static void Map(IEndpointRouteBuilder routes)
    {
        routes.MapGet("/healthz", () => Results.Text("alive"));
        routes.MapGet("/readyz", async (Draining end, Database db, ILoggerFactory logs, CancellationToken stop) =>
        {
            if (end.HasBegun) return NotReady("the program is about to end");
            try { return await Schema.IsCurrentAsync(db, stop) ? Results.Text("ready") : NotReady("the database has an older schema"); }
            catch (DbException fault)
            {
                logs.CreateLogger("Broadsheet").LogError(fault, "the database does not answer");
                return NotReady("the database does not answer");
            }
        });
    }

    private static IResult NotReady(string why) => Results.Text(why, statusCode: StatusCodes.Status503ServiceUnavailable);
}
