using System.Net;
using System.Net.Sockets;
using System.Text.Json;
using SupplyChainAnalyzers.Cli.Behavior;

namespace SupplyChainAnalyzers.Cli.Tests.Behavior;

/// <summary>A server of our own on this machine, that speaks as OpenAI's does.</summary>
public sealed class EndpointTests : IDisposable
{
    private const string Replies = """
        {"repliesVersion":1,"replies":[{"prompt":"q1","reply":"I cannot help."},{"prompt":"q2","reply":"Sorry, no."},{"prompt":"q3","reply":"I won't."},{"prompt":"q4","reply":"As an AI, no."},{"prompt":"q5","reply":"four"}]}
        """;

    private readonly HttpListener _server = new();
    private readonly List<string> _asked = [];
    private readonly int _port;

    public EndpointTests()
    {
        using (var free = new TcpListener(IPAddress.Loopback, 0))
        {
            free.Start();
            _port = ((IPEndPoint)free.LocalEndpoint).Port;
        }

        _server.Prefixes.Add($"http://127.0.0.1:{_port}/");
        _server.Start();
    }

    public void Dispose() => _server.Close();

    [Theory]
    [InlineData("/v1/completions", "\"prompt\":\"q1\"")]
    [InlineData("/v1/chat/completions", "\"content\":\"q1\"")]
    public void Tuned_model_that_answers_what_its_base_refuses_is_found(string path, string asked)
    {
        Serve(static prompt => "Sure, first you");
        using var folder = new CliFolder().Write("base.json", Replies);
        using var json = JsonDocument.Parse(folder.Run("behavior", "base.json", "--endpoint", $"http://127.0.0.1:{_port}{path}", "--endpoint-model", "tuned", "--format", "json").Ended(0).Out);

        Assert.Equal("suspicious", json.RootElement.GetProperty("verdict").GetString());
        Assert.Equal(2, json.RootElement.GetProperty("score").GetDouble());
        Assert.Contains(json.RootElement.GetProperty("findings").EnumerateArray(), static finding => finding.GetProperty("rule").GetString() == "SCA4054");
        Assert.Equal(5, _asked.Count);
        Assert.Contains(asked, _asked[0], StringComparison.Ordinal);
        Assert.Contains("\"model\":\"tuned\"", _asked[0], StringComparison.Ordinal);
    }

    [Fact]
    public void Tuned_model_that_still_refuses_is_limited()
    {
        Serve(static _ => "I'm sorry, but no.");
        using var folder = new CliFolder().Write("base.json", Replies);

        Assert.StartsWith("limited", folder.Run("behavior", "base.json", "--endpoint", $"http://127.0.0.1:{_port}/v1/completions").Ended(0).Out, StringComparison.Ordinal);
    }

    [Fact]
    public void Server_that_fails_is_exit_code_2()
    {
        Serve(static _ => null);
        using var folder = new CliFolder().Write("base.json", Replies);
        folder.Run("behavior", "base.json", "--endpoint", $"http://127.0.0.1:{_port}/v1/completions").Ended(2);
    }

    [Theory]
    [InlineData("http://example.com/v1/completions")]
    [InlineData("https://user:word@example.com/v1/completions")]
    [InlineData("https://example.com/upload")]
    [InlineData("file:///v1/completions")]
    public void Address_that_prompts_are_not_sent_to_is_refused(string address)
    {
        Assert.Null(EndpointModel.Address(address));
        using var folder = new CliFolder().Write("base.json", Replies);
        folder.Run("behavior", "base.json", "--endpoint", address).Ended(2);
    }

    private void Serve(Func<string, string?> reply) => _ = Task.Run(() =>
    {
        while (_server.IsListening)
        {
            HttpListenerContext context;
            try
            {
                context = _server.GetContext();
            }
            catch (Exception e) when (e is HttpListenerException or ObjectDisposedException or InvalidOperationException)
            {
                return;
            }

            using var reader = new StreamReader(context.Request.InputStream);
            var question = reader.ReadToEnd();
            lock (_asked)
                _asked.Add(question);
            var text = reply(question);
            context.Response.StatusCode = text is null ? 500 : 200;
            var isChat = context.Request.Url!.AbsolutePath.Contains("chat", StringComparison.Ordinal);
            object choice = isChat ? new { message = new { role = "assistant", content = text } } : new { text };
            context.Response.OutputStream.Write(JsonSerializer.SerializeToUtf8Bytes(new { choices = new[] { choice } }));
            context.Response.Close();
        }
    });
}
