using System.Text;
using Microsoft.Extensions.FileProviders;
using Microsoft.Extensions.Primitives;

namespace Broadsheet.Web.Layout;

/// <summary>The templates of one edition of a theme as they were read, for templates that name others: the disk is not asked again.</summary>
internal sealed class TemplateFiles(IReadOnlyDictionary<string, string> texts) : IFileProvider
{
    private sealed record Template(string Name, string Text) : IFileInfo
    {
        public bool Exists => true;
        public bool IsDirectory => false;
        public DateTimeOffset LastModified => default;
        public long Length => Encoding.UTF8.GetByteCount(Text);
        public string? PhysicalPath => null;
        public Stream CreateReadStream() => new MemoryStream(Encoding.UTF8.GetBytes(Text), writable: false);
    }

    public IFileInfo GetFileInfo(string subpath) => texts.TryGetValue(subpath, out var text) ? new Template(subpath, text) : new NotFoundFileInfo(subpath);

    public IDirectoryContents GetDirectoryContents(string subpath) => NotFoundDirectoryContents.Singleton;

    public IChangeToken Watch(string filter) => NullChangeToken.Singleton;
}
