using Broadsheet.Data;
using Broadsheet.Data.Writing;
using Broadsheet.Domain;
using Broadsheet.Web.Layout;
using Broadsheet.Web.SigningIn;

namespace Broadsheet.Web.Features.Staff;

/// <summary>A paper without staff says at its start where to make the first account.</summary>
public static class FirstLink
{
    /// <returns>Null when there is somebody.</returns>
    public static async Task<string?> MakeAsync(WebApplication app, CancellationToken stop)
    {
        if (await HasStaffAsync(app.Services.GetRequiredService<Database>(), stop)) return null;
        await using var scope = app.Services.CreateAsyncScope();
        var (db, now) = (scope.ServiceProvider.GetRequiredService<NewsDb>(), app.Services.GetRequiredService<TimeProvider>().UtcNow());
        await using var write = await Write.AloneAsync(db, stop);
        var link = await InvitationBook.MakeFirstAsync(db, now, stop);
        await write.CommitAsync(now, stop);
        return app.Services.GetRequiredService<Site>().Absolute(link);
    }

    // On a bare connection: at nearly every start there is somebody, and the model has no use yet.
    private static async Task<bool> HasStaffAsync(Database database, CancellationToken stop)
    {
        await using var connection = database.Connect();
        await connection.OpenAsync(stop);
        await using var command = connection.CreateCommand();
        command.CommandText = "select 1 from staff_member limit 1";
        return await command.ExecuteScalarAsync(stop) is not null;
    }
}
