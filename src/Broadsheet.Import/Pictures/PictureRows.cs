using Broadsheet.Data;
using Broadsheet.Domain.Media;
using Microsoft.EntityFrameworkCore;

namespace Broadsheet.Import.Pictures;

/// <summary>The rows of pictures: one for each file. To be used while holding the write lock.</summary>
public static class PictureRows
{
    /// <summary>The row that has the file already, or this one, with its number.</summary>
    public static async Task<Picture> EnterAsync(NewsDb db, Picture picture, CancellationToken stop)
    {
        if (await db.Pictures.AsNoTracking().FirstOrDefaultAsync(p => p.File == picture.File, stop) is { } known) return known;
        db.Pictures.Add(picture);
        await db.SaveChangesAsync(stop);
        return picture;
    }
}
