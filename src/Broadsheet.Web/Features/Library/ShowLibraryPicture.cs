using Broadsheet.Data;
using Broadsheet.Domain;
using Broadsheet.Domain.Media;
using Broadsheet.Domain.Staff;
using Broadsheet.Web.Layout.Newsrooms;
using Microsoft.EntityFrameworkCore;

namespace Broadsheet.Web.Features.Library;

/// <summary>One picture of the library, and where it stands.</summary>
public static class ShowLibraryPicture
{
    public sealed record View(Picture Picture, IReadOnlyList<PictureUse.Place> Places);

    public static void Map(IEndpointRouteBuilder routes) => routes.MapNewsroom().MapGet("/media/{id:long}", Handle).Needs(Right.AddMedia);

    internal static async Task<IResult> Handle(long id, NewsDb db, TimeProvider clock, CancellationToken stop)
    {
        if (await db.Pictures.AsNoTracking().SingleOrDefaultAsync(p => p.Id == id, stop) is not { } picture) return Refusals.Page(Refusal.NotFound("There is no such picture."));
        return Newsroom.Page<LibraryPicturePage>(picture.Name, new View(picture, await PictureUse.OfAsync(db, id, clock.UtcNow(), stop)));
    }
}
