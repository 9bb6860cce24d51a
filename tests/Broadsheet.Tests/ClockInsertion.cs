using System.Diagnostics;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Microsoft.Extensions.Hosting;

namespace Broadsheet.Tests;

/// <summary>Puts a test's clock into a program that is being built, through the notice that every .NET host gives before it is.</summary>
internal sealed class ClockInsertion : IObserver<DiagnosticListener>, IObserver<KeyValuePair<string, object?>>
{
    // Papers are opened by several tests at once: each sees only the clock of its own flow.
    private static readonly AsyncLocal<TimeProvider?> Wanted = new();

    static ClockInsertion() => DiagnosticListener.AllListeners.Subscribe(new ClockInsertion());

    public static async Task<T> WithAsync<T>(TimeProvider clock, Func<Task<T>> open)
    {
        Wanted.Value = clock;
        return await open();
    }

    public void OnNext(DiagnosticListener listener)
    {
        if (listener.Name == "Microsoft.Extensions.Hosting") listener.Subscribe(this);
    }

    public void OnNext(KeyValuePair<string, object?> notice)
    {
        if (notice is { Key: "HostBuilding", Value: IHostBuilder host } && Wanted.Value is { } clock)
            host.ConfigureServices(services => services.Replace(ServiceDescriptor.Singleton(clock)));
    }

    public void OnCompleted() { }

    public void OnError(Exception error) { }
}
