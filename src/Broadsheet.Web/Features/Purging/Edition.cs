using System.Security.Cryptography;
using System.Text;
using Broadsheet.Data;
using Broadsheet.Domain.Changes;
using Broadsheet.Domain.Comments;
using Broadsheet.Import.Manuscripts;
using Broadsheet.Web.Hosting;

namespace Broadsheet.Web.Features.Purging;

/// <summary>All that shapes a page and is not in the database: the program, the theme, the settings. Pages of another edition are another paper's.</summary>
public sealed class Edition(Settings settings)
{
    /// <summary>As the theme's files are at this moment.</summary>
    public string Now()
    {
        using var sum = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        foreach (var part in new[] { typeof(Change), typeof(NewsDb), typeof(ManuscriptDesk), typeof(Edition) }) sum.AppendData(part.Module.ModuleVersionId.ToByteArray());
        sum.AppendData(Encoding.UTF8.GetBytes($"{settings.Site} {settings.Site.Zone.Id} {settings.Comments}"));
        foreach (var file in Directory.EnumerateFiles(settings.ThemeFolder, "*", SearchOption.AllDirectories).Order(StringComparer.Ordinal))
        {
            sum.AppendData(Encoding.UTF8.GetBytes(Path.GetRelativePath(settings.ThemeFolder, file)));
            sum.AppendData(File.ReadAllBytes(file));
        }
        return Convert.ToHexStringLower(sum.GetHashAndReset()[..10]);
    }
}
