namespace Broadsheet.Domain.Media;

/// <summary>A picture in the paper's media folder. Alt text, caption and credit belong to its use in an article.</summary>
/// <param name="file">Name in the folder of originals: the SHA-256 of its bytes with its extension.</param>
/// <param name="width">Pixels, upright (after the camera's rotation is applied).</param>
public sealed class Picture(string file, int width, int height, string name, DateTime addedAt)
{
    public long Id { get; private set; }
    public string File { get; private set; } = file;
    public int Width { get; private set; } = width;
    public int Height { get; private set; } = height;
    public string Name { get; private set; } = name;
    public DateTime AddedAt { get; private set; } = addedAt;
}
