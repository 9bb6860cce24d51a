namespace Broadsheet.Import.Moving;

/// <summary>What the parts of one move share.</summary>
/// <param name="Language">BCP 47, of the pieces.</param>
internal sealed record Move(MoveReport Report, ExportIndex Index, OldAddressBook Addresses, NameDesk Names, OldPictures Pictures, CommentDesk Comments, string Language)
{
    /// <summary>Numbers of the articles that stood first on the old site's front.</summary>
    public List<long> Sticky { get; } = [];
}
