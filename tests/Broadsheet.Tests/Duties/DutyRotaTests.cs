using System.Diagnostics;
using Broadsheet.Data.Duties;
using Npgsql;

namespace Broadsheet.Tests.Duties;

public sealed class DutyRotaTests(Paper paper) : PaperTest
{
    private static readonly TimeSpan Soon = TimeSpan.FromSeconds(20);

    [Fact]
    public async Task A_duty_has_one_holder_and_passes_on()
    {
        var first = await NewRota().HoldAsync("watering", default);
        var second = NewRota().HoldAsync("watering", default);
        await using var other = await NewRota().HoldAsync("sweeping", default);

        Assert.Null(await NewRota().TryHoldAsync("watering", default));
        Assert.False(second.IsCompleted);
        await first.DisposeAsync();
        await using var taken = await second.WaitAsync(Soon);
        Assert.False(taken.Lost.IsCancellationRequested);
    }

    [Fact]
    public async Task Many_who_ask_at_once_are_one_holder()
    {
        var rota = NewRota();
        var asked = await Task.WhenAll(Enumerable.Range(0, 8).Select(_ => Task.Run(() => rota.TryHoldAsync("gate", default))));

        await using var holder = Assert.Single(asked, duty => duty is not null);
    }

    [Fact]
    public async Task A_holder_that_is_cut_off_learns_of_it()
    {
        Assert.SkipUnless(PaperDatabase.IsPostgres, "a file's lock cannot be cut off");
        await using var duty = await NewRota().HoldAsync("watch", default);
        var lost = new TaskCompletionSource();
        duty.Lost.Register(lost.SetResult);

        await CutAsync();

        await lost.Task.WaitAsync(Soon);
        await using var next = await NewRota().HoldAsync("watch", default).WaitAsync(Soon);
    }

    [Fact]
    public async Task A_holder_that_dies_leaves_its_duty_to_others()
    {
        Assert.SkipWhen(PaperDatabase.IsPostgres, "the server sees the end of a session, as above");
        var file = Path.Combine(paper.Folder, "night.duty");
        await File.WriteAllTextAsync(file, "");
        using var holder = Process.Start(new ProcessStartInfo("flock", ["--no-fork", file, "sh", "-c", "echo held; exec sleep 60"]) { RedirectStandardOutput = true })!;
        Assert.Equal("held", await holder.StandardOutput.ReadLineAsync());
        Assert.Null(await NewRota().TryHoldAsync("night", default));

        holder.Kill();

        await using var duty = await NewRota().HoldAsync("night", default).WaitAsync(Soon);
    }

    // Each as another program has it.
    private DutyRota NewRota() => new(paper.Folder, paper.Settings.Database);

    private async Task CutAsync()
    {
        await using var source = NpgsqlDataSource.Create(paper.Settings.Database!);
        await using var command = source.CreateCommand("select pg_terminate_backend(pid) from pg_stat_activity where application_name = 'broadsheet watch' and datname = current_database()");
        await command.ExecuteNonQueryAsync();
    }
}
