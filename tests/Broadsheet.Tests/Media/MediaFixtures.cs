using System.Text;
using Broadsheet.Import.Pictures.Stores;

namespace Broadsheet.Tests.Media;

internal static class MediaFixtures
{
    /// <summary>A drawing that no other test has.</summary>
    public static byte[] Drawing(int width = 900, int height = 600) => Encoding.UTF8.GetBytes(
        $"<svg xmlns=\"http://www.w3.org/2000/svg\" width=\"{width}\" height=\"{height}\"><!-- {Guid.NewGuid()} --><rect width=\"{width}\" height=\"{height}\" fill=\"#357\"/></svg>");

    public static Patience Patience(double seconds = 10) => new(8, TimeProvider.System)
    {
        Reading = TimeSpan.FromSeconds(seconds), Writing = TimeSpan.FromSeconds(seconds), Rest = TimeSpan.FromSeconds(seconds),
    };

    public static byte[] All(this MediaFile file)
    {
        using var content = file.Content;
        using var all = new MemoryStream();
        content.CopyTo(all);
        return all.ToArray();
    }

    public static async Task<byte[]?> AllAsync(this MediaStore store, string name) => (await store.OpenAsync(name, default))?.All();
}
