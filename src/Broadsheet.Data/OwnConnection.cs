using Npgsql;

namespace Broadsheet.Data;

/// <summary>A PostgreSQL connection that is nobody else's and whose loss is noticed soon, on both sides.</summary>
internal static class OwnConnection
{
    /// <summary>
    /// Questions on it fail after two seconds. The server gives up a client that is silent for about ten seconds,
    /// so that the lock of a machine that lost its power does not stay.
    /// </summary>
    /// <param name="purpose">Shown in pg_stat_activity.</param>
    public static string To(string connection, string purpose)
    {
        var own = new NpgsqlConnectionStringBuilder(connection)
        {
            ApplicationName = $"broadsheet {purpose}", Pooling = false, Multiplexing = false, Timeout = 2, CommandTimeout = 2, CancellationTimeout = -1,
        };
        own.Options = $"{own.Options} -c tcp_keepalives_idle=5 -c tcp_keepalives_interval=1 -c tcp_keepalives_count=5".TrimStart();
        return own.ToString();
    }
}
