using System.Runtime.CompilerServices;
using Broadsheet.Domain.Articles;
using Broadsheet.Domain.Bylines;
using Broadsheet.Domain.Comments;
using Broadsheet.Domain.Readers;
using Broadsheet.Domain.Sections;
using Broadsheet.Domain.Stories;
using Broadsheet.Domain.Topics;

namespace Broadsheet.Data.Writing;

/// <summary>Numbers that a database would give: rows that go in many at once (<see cref="Rows"/>) get them ahead, because they name each other before they are stored.</summary>
public static class Identity
{
    [UnsafeAccessor(UnsafeAccessorKind.Method, Name = "set_Id")] public static extern void Give(Section row, long id);
    [UnsafeAccessor(UnsafeAccessorKind.Method, Name = "set_Id")] public static extern void Give(Topic row, long id);
    [UnsafeAccessor(UnsafeAccessorKind.Method, Name = "set_Id")] public static extern void Give(Story row, long id);
    [UnsafeAccessor(UnsafeAccessorKind.Method, Name = "set_Id")] public static extern void Give(Byline row, long id);
    [UnsafeAccessor(UnsafeAccessorKind.Method, Name = "set_Id")] public static extern void Give(Reader row, long id);
    [UnsafeAccessor(UnsafeAccessorKind.Method, Name = "set_Id")] public static extern void Give(Article row, long id);
    [UnsafeAccessor(UnsafeAccessorKind.Method, Name = "set_Replies")] public static extern void Count(Article row, int replies);
    [UnsafeAccessor(UnsafeAccessorKind.Method, Name = "set_Id")] public static extern void Give(Revision row, long id);
    [UnsafeAccessor(UnsafeAccessorKind.Method, Name = "set_Id")] public static extern void Give(Comment row, long id);
}
