using Broadsheet.Web.Hosting;

namespace Broadsheet.Tests.Hosting;

public sealed class QuietThreadTests
{
    [Fact]
    public async Task Work_comes_back_to_its_thread_and_the_thread_steps_back_behind_others()
    {
        List<(int Thread, string Niceness)> seen = [];
        await QuietThread.RunAsync("test", async () =>
        {
            for (var n = 0; n < 3; n++)
            {
                seen.Add((Environment.CurrentManagedThreadId, Niceness()));
                await Task.Run(() => { }, TestContext.Current.CancellationToken);
            }
        });

        Assert.Single(seen.Distinct());
        Assert.NotEqual(Environment.CurrentManagedThreadId, seen[0].Thread);
        if (OperatingSystem.IsLinux()) Assert.Equal(("10", "0"), (seen[0].Niceness, Niceness()));
    }

    [Fact]
    public async Task What_the_work_fails_with_its_task_fails_with() =>
        Assert.Equal("broken", (await Assert.ThrowsAsync<InvalidOperationException>(() => QuietThread.RunAsync("test", async () =>
        {
            await Task.Yield();
            throw new InvalidOperationException("broken");
        }))).Message);

    // The 19th field (proc(5)); the name in the second may hold spaces.
    private static string Niceness() => OperatingSystem.IsLinux() ? File.ReadAllText("/proc/thread-self/stat").Split(')')[^1].Split(' ')[17] : "";
}
