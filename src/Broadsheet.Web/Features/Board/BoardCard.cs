namespace Broadsheet.Web.Features.Board;

/// <summary>One piece on the board.</summary>
/// <param name="Column">Where it stands: a state's name, as addresses have it ("inreview").</param>
/// <param name="At">UTC: when it was saved last, goes out, or went out.</param>
/// <param name="By">Who saved it last; null: nobody here.</param>
/// <param name="IsChange">Readers know an older text of it.</param>
/// <param name="Present">Who has it open now.</param>
public sealed record BoardCard(
    long Id, string Column, string Headline, string Section, string Credits, string? Story, DateTime At, string? By, bool IsChange, DateTime? EmbargoUntil, string? Note, int OpenNotes, IReadOnlyList<string> Present);
