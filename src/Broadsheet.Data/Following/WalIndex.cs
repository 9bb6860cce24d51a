using System.Runtime.InteropServices;
using Microsoft.Data.Sqlite;

namespace Broadsheet.Data.Following;

/// <summary>
/// The head of SQLite's WAL index: shared memory that every program with the file open sees, rewritten by each commit before the commit returns
/// (https://www.sqlite.org/walformat.html, "The WAL-Index Header"). Looking at it costs two reads of memory, where a query costs microseconds.
/// The memory is SQLite's own mapping, asked for through its documented io methods: a second handle on the file would,
/// on being closed, let go of the locks that SQLite holds on it (POSIX).
/// </summary>
internal sealed unsafe class WalIndex
{
    // From sqlite3.h: SQLITE_FCNTL_FILE_POINTER; the members of sqlite3_io_methods stand behind an int that is padded to a pointer.
    private const int FilePointer = 7, ShmMapMember = 13, RegionSize = 32768;

    // In the header: the count of changes with three fields that never change, and the checksum over all before it.
    private const int ChangeCount = 8, Checksum = 40;

    private readonly byte* head;

    private WalIndex(byte* head) => this.head = head;

    /// <summary>Differs after every commit of any program.</summary>
    public (ulong Count, ulong Checksum) Sign => (Volatile.Read(ref *(ulong*)(head + ChangeCount)), Volatile.Read(ref *(ulong*)(head + Checksum)));

    /// <summary>Null where there is none: the database is not in WAL mode.</summary>
    /// <param name="connection">Open, in WAL mode, has read once, and stays open as long as the result is used.</param>
    public static WalIndex? Of(SqliteConnection connection)
    {
        if (sqlite3_file_control(connection.Handle!.DangerousGetHandle(), "main", FilePointer, out var file) != 0 || file is null || *file == 0) return null;
        var methods = (void**)*file;
        if (*(int*)methods < 2 || methods[ShmMapMember] is null) return null;
        void* region;
        var code = ((delegate* unmanaged[Cdecl]<void*, int, int, int, void**, int>)methods[ShmMapMember])(file, 0, RegionSize, 0, &region);
        return code == 0 && region is not null ? new WalIndex((byte*)region) : null;
    }

    [DllImport("e_sqlite3", CallingConvention = CallingConvention.Cdecl)]
    private static extern int sqlite3_file_control(nint db, [MarshalAs(UnmanagedType.LPUTF8Str)] string name, int code, out nint* file);
}
