using System.Runtime.InteropServices;

namespace Broadsheet.Web.Hosting;

/// <summary>
/// Whether a file in a folder was saved since one last asked. On Linux the kernel is asked (inotify), which notes a change before the save returns
/// and answers in a fraction of a microsecond; elsewhere the files themselves are looked at.
/// </summary>
public sealed class FolderWatch : IDisposable
{
    // From inotify.h and fcntl.h: written, closed after writing, moved, made, removed, its dates set; not waiting, not inherited.
    private const uint Saved = 0x2 | 0x4 | 0x8 | 0x40 | 0x80 | 0x100 | 0x200;
    private const int NotWaiting = 0x800, NotInherited = 0x80000;

    // From poll.h.
    private const short Readable = 0x1;

    private struct Asked
    {
        public int Handle;
        public short Events, Answer;
    }

    private readonly Lock looking = new();
    private readonly string folder;
    private readonly byte[] notices = new byte[4096];
    private readonly int handle = -1;
    private volatile bool acting;
    private string sign;

    public FolderWatch(string folder)
    {
        (this.folder, sign) = (folder, SignOf(folder));
        if (!OperatingSystem.IsLinux()) return;
        handle = inotify_init1(NotWaiting | NotInherited);
        string[] all = [folder, .. Directory.GetDirectories(folder, "*", SearchOption.AllDirectories)];
        if (handle >= 0 && all.Any(one => inotify_add_watch(handle, one, Saved) < 0)) Dispose(ref handle);
    }

    /// <summary>Calls <paramref name="then"/> when something was saved; whoever asks meanwhile waits until that is done.</summary>
    public void Look(Action then)
    {
        // In this order: notices are taken only by who has said before that it does. Nobody waits when there are none.
        if (!HasNotices() && !acting) return;
        lock (looking)
        {
            acting = true;
            try
            {
                if (HasChanged()) then();
            }
            finally { acting = false; }
        }
    }

    /// <summary>Changes whenever a file in the folder does.</summary>
    public static string SignOf(string folder)
    {
        var sign = new HashCode();
        foreach (var file in new DirectoryInfo(folder).EnumerateFiles("*", SearchOption.AllDirectories))
            sign.Add((file.Name, file.LastWriteTimeUtc, file.Length));
        return sign.ToHashCode().ToString("x");
    }

    public void Dispose()
    {
        lock (looking)
            if (handle >= 0) _ = close(handle);
    }

    private static void Dispose(ref int handle)
    {
        _ = close(handle);
        handle = -1;
    }

    private unsafe bool HasNotices()
    {
        if (handle < 0) return true;
        var asked = new Asked { Handle = handle, Events = Readable };
        return poll(&asked, 1, 0) != 0;
    }

    private unsafe bool HasChanged()
    {
        if (handle < 0)
        {
            var now = SignOf(folder);
            if (now == sign) return false;
            sign = now;
            return true;
        }
        var changed = false;
        fixed (byte* to = notices)
            while (read(handle, to, notices.Length) > 0) changed = true;
        return changed;
    }

    [DllImport("libc", SetLastError = true)]
    private static extern int inotify_init1(int flags);

    [DllImport("libc", SetLastError = true)]
    private static extern int inotify_add_watch(int handle, [MarshalAs(UnmanagedType.LPUTF8Str)] string path, uint mask);

    // Neither waits nor calls back, and takes a fraction of a microsecond.
    [DllImport("libc"), SuppressGCTransition]
    private static extern unsafe int poll(Asked* asked, nuint count, int milliseconds);

    [DllImport("libc")]
    private static extern unsafe nint read(int handle, byte* to, nint length);

    [DllImport("libc")]
    private static extern int close(int handle);
}
