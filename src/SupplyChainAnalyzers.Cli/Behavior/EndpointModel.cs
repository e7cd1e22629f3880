using System.Globalization;
using System.Net.Http.Headers;
using System.Text;
using SupplyChainAnalyzers.Core.Findings;
using SupplyChainAnalyzers.Core.Json;
using SupplyChainAnalyzers.Core.Language;
using SupplyChainAnalyzers.Core.Text;

namespace SupplyChainAnalyzers.Cli.Behavior;

/// <summary>
/// A model behind an address that speaks as OpenAI's does (POST …/completions or …/chat/completions), as llama.cpp, vLLM and Ollama do too. Asked only when
/// somebody names the address; it gets the prompts and nothing else.
/// </summary>
/// <param name="http">Follows no redirects.</param>
/// <param name="address">Ends in <c>/completions</c>; https, or http on this machine.</param>
/// <param name="model">As the server calls it.</param>
/// <param name="key">Sent as bearer; null for none.</param>
/// <param name="cancellation">Ends it.</param>
internal sealed class EndpointModel(HttpClient http, Uri address, string model, string? key, CancellationToken cancellation) : ILanguageModel
{
    /// <summary>Tokens of a reply: as many as a local model says.</summary>
    public const int MaxTokens = 24;

    private const int MaxAnswer = 1 << 20;
    private const int MaxReply = 1 << 16;

    private static readonly JsonLimits Limits = new() { MaxLength = MaxAnswer, MaxNodes = 100_000 };

    private readonly bool _isChat = address.AbsolutePath.EndsWith("/chat/completions", StringComparison.Ordinal);

    /// <summary>Null for an address that prompts are not sent to.</summary>
    public static Uri? Address(string text) =>
        Uri.TryCreate(text, UriKind.Absolute, out var address) && address.UserInfo.Length == 0 && address.AbsolutePath.EndsWith("/completions", StringComparison.Ordinal)
        && (address.Scheme == Uri.UriSchemeHttps || (address.Scheme == Uri.UriSchemeHttp && address.IsLoopback)) ? address : null;

    /// <inheritdoc/>
    /// <exception cref="CommandFailedException">The server does not answer, or not so.</exception>
    public string Reply(string prompt)
    {
        try
        {
            using var request = new HttpRequestMessage(HttpMethod.Post, address) { Content = new StringContent(Question(prompt), Encoding.UTF8, "application/json") };
            if (key is not null)
                request.Headers.Authorization = new AuthenticationHeaderValue("Bearer", key);
            using var response = http.Send(request, HttpCompletionOption.ResponseHeadersRead, cancellation);
            if (!response.IsSuccessStatusCode)
                throw Failed("answers " + ((int)response.StatusCode).ToString(CultureInfo.InvariantCulture));

            return Text(Body(response)) ?? throw Failed("gives no completion");
        }
        catch (Exception e) when (e is HttpRequestException or IOException || (e is OperationCanceledException && !cancellation.IsCancellationRequested))
        {
            throw Failed("cannot be asked: " + Printable.Of(e.Message));
        }
    }

    private string Question(string prompt)
    {
        var json = JsonWriter.Compact().BeginObject().Member("model", model).Member("max_tokens", MaxTokens).Member("temperature", 0);
        return (_isChat ? json.Name("messages").BeginArray().BeginObject().Member("role", "user").Member("content", prompt).EndObject().EndArray() : json.Member("prompt", prompt)).EndObject().ToString();
    }

    private byte[] Body(HttpResponseMessage response)
    {
        using var stream = response.Content.ReadAsStream(cancellation);
        using var body = new MemoryStream();
        var part = new byte[1 << 14];
        while (stream.Read(part) is > 0 and var count)
        {
            body.Write(part, 0, count);
            if (body.Length > MaxAnswer)
                throw Failed($"answers with more than {MaxAnswer} bytes");
        }

        return body.ToArray();
    }

    private string? Text(byte[] body)
    {
        if (JsonReader.Parse(body, Limits).Root?.Find("choices")?.Items is not [var choice, ..])
            return null;

        var text = (_isChat ? choice.Find("message")?.Find("content") : choice.Find("text"))?.StringValue;
        return text is { Length: <= MaxReply } ? text : null;
    }

    private CommandFailedException Failed(string fault) => new(Rules.Unreadable, $"{Printable.Of(address.GetLeftPart(UriPartial.Path))} {fault}");
}
