using Broadsheet.Domain.Articles;
using Broadsheet.Domain.Comments;

namespace Broadsheet.Import.Moving;

/// <summary>A post or page, set and ready for the press: everything that can be made of it without the database.</summary>
/// <param name="Key">What the move remembers it by: its number, or one below zero made of what it is.</param>
/// <param name="Digest">Of what readers would see: a counter of views, or who opened the post last, is no change.</param>
internal sealed record Galley(Item Item, long Key, Copy Copy, IReadOnlyList<Correction> Notices, string Digest, IReadOnlyList<SetReply> Replies);

/// <summary>A reply, set as it was decided on.</summary>
/// <param name="Key">As that of a <see cref="Galley"/>.</param>
/// <param name="Body">Sanitized HTML.</param>
/// <param name="Fingerprint">Of the writer's address, sealed.</param>
internal sealed record SetReply(ExportComment From, long Key, string Author, string? Website, string Body, CommentState State, string Reason, string Email, string Fingerprint);
