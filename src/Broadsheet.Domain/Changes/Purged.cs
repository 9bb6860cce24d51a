namespace Broadsheet.Domain.Changes;

/// <summary>A cache in front of the paper, and how far it has been told what changed.</summary>
public sealed class Purged
{
    private Purged() { }

    /// <summary>Where it is told.</summary>
    public string Edge { get; private set; } = "";

    /// <summary>The last change that it has confirmed.</summary>
    public long ChangeId { get; private set; }

    /// <summary>Of the program, theme and settings whose pages it may hold; empty when that is not known.</summary>
    public string Edition { get; private set; } = "";

    /// <summary>It did not confirm in time. It will be told what it missed, but writers do not wait for it any more until it has answered.</summary>
    public bool Faltering { get; private set; }
}
