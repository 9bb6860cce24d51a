using Broadsheet.Domain.Staff;

namespace Broadsheet.Web.Layout.Newsrooms;

/// <summary>Who sends this request; the door (SigningIn) has looked. A handler asks for <see cref="SignedIn"/> instead.</summary>
public sealed class Visitor
{
    /// <summary>Null: nobody has signed in.</summary>
    public SignedIn? Me { get; set; }

    /// <summary>0 when nobody has signed in.</summary>
    public long SessionId { get; set; }
}
