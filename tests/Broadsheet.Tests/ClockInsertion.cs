using System.Diagnostics;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Microsoft.Extensions.Hosting;

namespace Broadsheet.Tests;

/// <summary>Puts a test's clock, and what else it brings, into a program that is being built, through the notice that every .NET host gives before it is.</summary>
internal sealed class ClockInsertion : IObserver<DiagnosticListener>, IObserver<KeyValuePair<string, object?>>
{
    // Papers are opened by several tests at once: each sees only what its own flow brings.
    private static readonly AsyncLocal<Action<IServiceCollection>?> Wanted = new();

    static ClockInsertion() => DiagnosticListener.AllListeners.Subscribe(new ClockInsertion());

    /// <param name="more">Null: only the clock.</param>
    public static async Task<T> WithAsync<T>(TimeProvider clock, Func<Task<T>> open, Action<IServiceCollection>? more = null)
    {
        Wanted.Value = services =>
        {
            services.Replace(ServiceDescriptor.Singleton(clock));
            more?.Invoke(services);
        };
        return await open();
    }

    public void OnNext(DiagnosticListener listener)
    {
        if (listener.Name == "Microsoft.Extensions.Hosting") listener.Subscribe(this);
    }

    public void OnNext(KeyValuePair<string, object?> notice)
    {
        if (notice is { Key: "HostBuilding", Value: IHostBuilder host } && Wanted.Value is { } insert)
            host.ConfigureServices(insert);
    }

    public void OnCompleted() { }

    public void OnError(Exception error) { }
}
