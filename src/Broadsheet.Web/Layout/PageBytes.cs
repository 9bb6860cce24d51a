using System.Buffers;
using System.Text;

namespace Broadsheet.Web.Layout;

/// <summary>A page while it is written, in UTF-8 from the first word on: as text it would be twice as long, and be copied once more.</summary>
internal sealed class PageBytes : TextWriter
{
    private const int Usual = 64 * 1024;

    private byte[] buffer = ArrayPool<byte>.Shared.Rent(Usual);
    private int length;

    // The first half of a character that comes in two pieces.
    private char half;

    public override Encoding Encoding => Encoding.UTF8;

    public byte[] ToArray() => buffer[..length];

    public override void Write(char value) => Write([value]);

    public override void Write(string? value) => Write(value.AsSpan());

    public override void Write(char[] buffer, int index, int count) => Write(buffer.AsSpan(index, count));

    public override void Write(ReadOnlySpan<char> text)
    {
        if (text.IsEmpty) return;
        if (half != 0 || char.IsHighSurrogate(text[^1]))
        {
            WriteHalves(text);
            return;
        }
        Put(text);
    }

    public override Task WriteAsync(char value)
    {
        Write(value);
        return Task.CompletedTask;
    }

    public override Task WriteAsync(string? value)
    {
        Write(value);
        return Task.CompletedTask;
    }

    public override Task WriteAsync(char[] buffer, int index, int count)
    {
        Write(buffer, index, count);
        return Task.CompletedTask;
    }

    public override Task WriteAsync(ReadOnlyMemory<char> buffer, CancellationToken cancellationToken = default)
    {
        Write(buffer.Span);
        return Task.CompletedTask;
    }

    protected override void Dispose(bool disposing)
    {
        if (buffer.Length > 0) ArrayPool<byte>.Shared.Return(buffer);
        (buffer, length) = ([], 0);
    }

    private void Put(ReadOnlySpan<char> text)
    {
        var most = Encoding.UTF8.GetMaxByteCount(text.Length);
        if (buffer.Length - length < most) Grow(most);
        length += Encoding.UTF8.GetBytes(text, buffer.AsSpan(length));
    }

    private void WriteHalves(ReadOnlySpan<char> text)
    {
        var whole = half != 0 ? [half, .. text] : text.ToArray();
        half = char.IsHighSurrogate(whole[^1]) ? whole[^1] : '\0';
        Put(half == 0 ? whole : whole.AsSpan(..^1));
    }

    private void Grow(int more)
    {
        var larger = ArrayPool<byte>.Shared.Rent(Math.Max(2 * buffer.Length, length + more));
        buffer.AsSpan(0, length).CopyTo(larger);
        ArrayPool<byte>.Shared.Return(buffer);
        buffer = larger;
    }
}
