using System.Buffers;
using System.IO.Pipelines;
using System.Text;
using Broadsheet.Web.Caching;
using Microsoft.AspNetCore.Connections;

namespace Broadsheet.Tests.Caching;

/// <summary>What a web server hears of a connection, told by one that notes it.</summary>
public sealed class PlainListenerTests(Paper paper) : PaperTest
{
    private const string Elsewhere = "GET /elsewhere HTTP/1.1\r\nHost: a\r\n\r\n", Hit = "Cache-Status: broadsheet; hit";

    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(20);

    [Fact]
    public async Task A_kept_page_is_answered_before_the_server_hears_of_it()
    {
        await using var line = await OpenAsync();

        await line.SayAsync(line.Kept + line.Kept);

        Assert.Equal(2, Hits(await line.AnswerAsync(2)));
        Assert.Empty(line.Heard);
    }

    [Theory]
    [InlineData(Elsewhere)]
    [InlineData("HEAD /elsewhere HTTP/1.1\r\nHost: a\r\n\r\n")]
    [InlineData("GET /elsewhere HTTP/1.1\r\nHost: a\r\nRange: bytes=0-9\r\n\r\n")]
    public async Task After_a_page_that_the_server_had_to_make_the_next_kept_one_is_answered_before_it_hears(string elsewhere)
    {
        await using var line = await OpenAsync();

        await line.SayAsync(elsewhere);
        Assert.Equal(elsewhere, await line.HeardAsync(elsewhere.Length));
        await line.SayAsync(line.Kept);

        Assert.Equal(1, Hits(await line.AnswerAsync(1)));
        Assert.Equal(elsewhere, line.Heard);
    }

    [Fact]
    public async Task A_request_that_comes_in_two_pieces_is_no_other_than_one_that_comes_whole()
    {
        await using var line = await OpenAsync();

        await line.SayAsync(Elsewhere[..20]);
        await line.SayAsync(Elsewhere[20..]);
        Assert.Equal(Elsewhere, await line.HeardAsync(Elsewhere.Length));
        await line.SayAsync(line.Kept);

        Assert.Equal(1, Hits(await line.AnswerAsync(1)));
    }

    [Theory]
    [InlineData("POST /comments HTTP/1.1\r\nHost: a\r\nContent-Length: 5\r\n\r\nhello")]
    [InlineData("GET /elsewhere HTTP/1.1\r\nHost: a\r\nTransfer-Encoding: chunked\r\n\r\n0\r\n\r\n")]
    [InlineData("GET /elsewhere HTTP/1.1\r\nHost: a\r\nConnection: Upgrade\r\nUpgrade: h2c\r\n\r\n")]
    [InlineData("PRI * HTTP/2.0\r\n\r\nSM\r\n\r\n")]
    [InlineData("GET /elsewhere HTTP/1.1\nHost: a\n\n")]
    public async Task A_request_whose_end_is_not_plain_to_see_makes_the_connection_the_servers(string request)
    {
        await using var line = await OpenAsync();

        await line.SayAsync(request + line.Kept);

        Assert.Equal(request + line.Kept, await line.HeardAsync((request + line.Kept).Length));
    }

    [Fact]
    public async Task A_body_that_looks_like_a_request_is_the_servers()
    {
        await using var line = await OpenAsync();
        var posted = $"POST /comments HTTP/1.1\r\nHost: a\r\nContent-Length: {line.Kept.Length}\r\n\r\n{line.Kept}";

        await line.SayAsync(posted);

        Assert.Equal(posted, await line.HeardAsync(posted.Length));
    }

    [Fact]
    public async Task A_server_that_takes_a_request_otherwise_than_expected_has_the_connection()
    {
        await using var line = await OpenAsync(mouthful: Elsewhere.Length + 3);

        await line.SayAsync(Elsewhere + line.Kept);

        Assert.Equal(Elsewhere + line.Kept, await line.HeardAsync((Elsewhere + line.Kept).Length));
    }

    [Fact]
    public async Task A_server_that_gives_up_waiting_is_let_go()
    {
        await using var line = await OpenAsync();

        line.Connection.Transport.Input.CancelPendingRead();

        await line.Server.WaitAsync(Patience);
    }

    private static int Hits(string answers) => answers.Split(Hit).Length - 1;

    private async Task<Line> OpenAsync(int mouthful = int.MaxValue)
    {
        var piece = await paper.PublishAsync($"Heard {Guid.NewGuid():n}");
        await paper.TextAsync(piece.Path);
        return new Line(PlainHits.Use(paper.Services), $"GET {piece.Path} HTTP/1.1\r\nHost: a\r\n\r\n", mouthful);
    }

    /// <summary>A connection whose server takes each request to its empty line, or so many bytes at once, and answers nothing.</summary>
    private sealed class Line : IDuplexPipe, IAsyncDisposable
    {
        private readonly Pipe asked = new(), answered = new();
        private readonly StringBuilder heard = new();
        private readonly int mouthful;

        public Line(Func<ConnectionDelegate, ConnectionDelegate> use, string kept, int mouthful)
        {
            (Kept, this.mouthful) = (kept, mouthful);
            Connection = new DefaultConnectionContext("test", this, this);
            Server = use(ServeAsync)(Connection);
        }

        public string Kept { get; }
        public DefaultConnectionContext Connection { get; }
        public Task Server { get; }
        public PipeReader Input => asked.Reader;
        public PipeWriter Output => answered.Writer;
        public string Heard { get { lock (heard) return heard.ToString(); } }

        public Task SayAsync(string words) => asked.Writer.WriteAsync(Encoding.ASCII.GetBytes(words)).AsTask();

        /// <summary>As soon as that many bytes were heard.</summary>
        public async Task<string> HeardAsync(int bytes)
        {
            await Soon.Async(() => Task.FromResult(Heard.Length >= bytes));
            return Heard;
        }

        /// <summary>All that was answered, as soon as there are so many hits.</summary>
        public async Task<string> AnswerAsync(int hits)
        {
            while (true)
            {
                var read = await answered.Reader.ReadAsync().AsTask().WaitAsync(Patience);
                var text = Encoding.ASCII.GetString(read.Buffer);
                answered.Reader.AdvanceTo(read.Buffer.Start, read.Buffer.End);
                if (Hits(text) >= hits) return text;
            }
        }

        public async ValueTask DisposeAsync()
        {
            await asked.Writer.CompleteAsync();
            await Server.WaitAsync(Patience);
        }

        private async Task ServeAsync(ConnectionContext connection)
        {
            var input = connection.Transport.Input;
            while (true)
            {
                var read = await input.ReadAsync();
                if (read.IsCanceled || (read.IsCompleted && read.Buffer.IsEmpty)) return;
                var text = Encoding.Latin1.GetString(read.Buffer);
                var end = mouthful < text.Length ? mouthful : text.IndexOf("\n\r\n", StringComparison.Ordinal) is >= 0 and var found ? found + 3 : text.IndexOf("\n\n", StringComparison.Ordinal) is >= 0 and var bare ? bare + 2 : read.IsCompleted ? text.Length : 0;
                if (text.StartsWith("hello", StringComparison.Ordinal)) end = 5;
                lock (heard) heard.Append(text, 0, end);
                input.AdvanceTo(read.Buffer.GetPosition(end), end == 0 ? read.Buffer.End : read.Buffer.GetPosition(end));
            }
        }
    }
}
