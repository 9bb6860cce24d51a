using Broadsheet.Data;
using Broadsheet.Data.Writing;
using Broadsheet.Domain;
using Broadsheet.Domain.Staff;
using Broadsheet.Import.Pictures;
using Broadsheet.Web.Hosting;
using Broadsheet.Web.Layout.Newsrooms;

namespace Broadsheet.Web.Features.Library;

/// <summary>A picture comes into the library: looked at by its bytes, whatever it is called, and kept once however often it is sent.</summary>
public static class AddPicture
{
    // The form around the picture.
    private const int Envelope = 64 << 10;

    /// <param name="Src">As a body names it.</param>
    public sealed record Added(long Id, string Src, int Width, int Height);

    public static void Map(IEndpointRouteBuilder routes) => routes.MapNewsroom().MapPost("/media/", Handle).Needs(Right.AddMedia).TakesUpTo(Prints.LargestBytes + Envelope);

    internal static async Task<IResult> Handle(IFormFile? file, HttpRequest request, SignedIn me, NewsDb db, PictureDesk desk, TimeProvider clock, CancellationToken stop)
    {
        var added = await KeepAsync(file, me, db, desk, clock, stop);
        if (!Newsroom.WantsPage(request)) return added.Refused is not null ? Refusals.Json([.. added.Refusals]) : Results.Json(added.Value, statusCode: 201);
        return added.Refused is { } refusal ? await ShowLibrary.PageAsync(null, 1, db, refusal, stop) : Results.Extensions.SeeOther($"/newsroom/media/{added.Value.Id}");
    }

    private static async Task<Result<Added>> KeepAsync(IFormFile? file, SignedIn me, NewsDb db, PictureDesk desk, TimeProvider clock, CancellationToken stop)
    {
        if (file is not { Length: > 0 }) return Refusal.Invalid("Choose a picture.").At("file");
        using var bytes = new MemoryStream((int)file.Length);
        await file.CopyToAsync(bytes, stop);
        var (name, now) = (Path.GetFileName(file.FileName), clock.UtcNow());
        // Before the lock: no other writer waits for a store that takes its time.
        var kept = await desk.AddAsync(bytes.ToArray(), name, now, stop);
        if (kept.Refused is { } refusal) return refusal.At("file");
        await using var write = await Write.AloneAsync(db, stop);
        var picture = await PictureRows.EnterAsync(db, kept.Value, stop);
        db.Audit.Add(new AuditEntry(me, "added a picture", null, $"{picture.Id}: {name}", now));
        await write.CommitAsync(now, stop);
        return new Added(picture.Id, PictureMarkup.Source(picture.Id, 1200, picture.Width), picture.Width, picture.Height);
    }
}
