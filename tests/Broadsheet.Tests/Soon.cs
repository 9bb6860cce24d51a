using System.Diagnostics;

namespace Broadsheet.Tests;

/// <summary>Asks again until it is so; for what happens beside a request.</summary>
public static class Soon
{
    public static async Task Async(Func<Task<bool>> isSo, int seconds = 10)
    {
        for (var since = Stopwatch.StartNew(); !await isSo(); await Task.Delay(20))
            if (since.Elapsed.TotalSeconds > seconds) Assert.Fail($"not so within {seconds} s");
    }
}
