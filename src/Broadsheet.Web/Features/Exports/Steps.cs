using Broadsheet.Web.Features.Moving;

namespace Broadsheet.Web.Features.Exports;

/// <summary>Progress of work that goes from one thing to the next, each with its own line.</summary>
internal sealed class Steps
{
    private (string What, ProgressLine Line)? now;

    public void Tell(string what, long done, long all)
    {
        if (now?.What != what)
        {
            now?.Line.End();
            now = (what, new ProgressLine(what));
        }
        now!.Value.Line.Tell((int)Math.Min(done, int.MaxValue), (int)Math.Min(all, int.MaxValue));
    }

    public void End() => now?.Line.End();
}
