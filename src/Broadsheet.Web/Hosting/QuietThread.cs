using System.Collections.Concurrent;
using System.Runtime.InteropServices;

namespace Broadsheet.Web.Hosting;

/// <summary>A thread for work that nobody waits for: where processors are short, whoever serves readers goes first.</summary>
public sealed class QuietThread : SynchronizationContext
{
    // Of each other thread's time a tenth when all want to run. Not less: the collector has to stop this thread too, and would wait for it.
    private const int Niceness = 10, ForThread = 0, Myself = 0;

    private readonly BlockingCollection<(SendOrPostCallback Step, object? State)> steps = [];

    private QuietThread() { }

    /// <summary>The work comes back to the thread after each await. What it fails with, the task fails with.</summary>
    public static Task RunAsync(string name, Func<Task> work)
    {
        var ended = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        new Thread(() => new QuietThread().Run(work, ended)) { Name = name, IsBackground = true, Priority = ThreadPriority.BelowNormal }.Start();
        return ended.Task;
    }

    public override void Post(SendOrPostCallback step, object? state) => steps.Add((step, state));

    private void Run(Func<Task> work, TaskCompletionSource ended)
    {
        // .NET knows no priorities on Linux, where niceness belongs to a thread.
        if (OperatingSystem.IsLinux()) _ = setpriority(ForThread, Myself, Niceness);
        SetSynchronizationContext(this);
        var running = work();
        running.ContinueWith(_ => steps.CompleteAdding(), CancellationToken.None, TaskContinuationOptions.ExecuteSynchronously, TaskScheduler.Default);
        foreach (var (step, state) in steps.GetConsumingEnumerable()) step(state);
        ended.SetFromTask(running);
    }

    [DllImport("libc")]
    private static extern int setpriority(int which, int who, int niceness);
}
