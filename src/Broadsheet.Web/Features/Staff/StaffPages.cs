using Broadsheet.Web.Layout.Newsrooms;

namespace Broadsheet.Web.Features.Staff;

/// <summary>The newsroom's pages about who works here: signing in, one's own account, the staff, the record.</summary>
public static class StaffPages
{
    public static void Add(IServiceCollection services) => services.AddScoped<Account>().AddScoped<ShowStaff>();

    public static void Map(IEndpointRouteBuilder routes)
    {
        NewsroomFiles.Map(routes);
        var newsroom = routes.MapNewsroom();
        SignIn.Map(newsroom);
        EnterCode.Map(newsroom);
        SignInWithPasskey.Map(newsroom);
        Welcome.Map(newsroom);
        SignOut.Map(newsroom);
        Account.Map(newsroom);
        ChangePassword.Map(newsroom);
        SwitchCodes.Map(newsroom);
        KeepPasskeys.Map(newsroom);
        EndSessions.Map(newsroom);
        ShowStaff.Map(newsroom);
        InviteStaff.Map(newsroom);
        ChangeStaff.Map(newsroom);
        ShowAudit.Map(newsroom);
        // An unknown address here is none of the readers'. Where no board is, one's own account is the first page.
        newsroom.MapGet("/{**rest}", (string? rest) => string.IsNullOrEmpty(rest) ? Results.LocalRedirect(Account.Path) : Results.NotFound()).WithOrder(int.MaxValue - 1);
    }
}
