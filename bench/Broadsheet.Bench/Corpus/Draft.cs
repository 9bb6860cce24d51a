using Broadsheet.Domain.Articles;
using Broadsheet.Domain.Comments;

namespace Broadsheet.Bench.Corpus;

/// <summary>An article of a corpus with its comments, before it has its place in the log.</summary>
/// <param name="Number">From 1; also its id.</param>
public sealed record Draft(long Number, string Path, Copy Copy, DateTime At, IReadOnlyList<Reply> Replies);

/// <param name="Parent">Which of the article's replies it answers, from 0; null for one that answers the article.</param>
/// <param name="Reader">Which of the cast, from 0.</param>
public sealed record Reply(int? Parent, int Reader, DateTime At, Hold Hold, Submission Typed);
