using SupplyChainAnalyzers.Core.Json;
using SupplyChainAnalyzers.Core.Scanning.Protocol;

namespace SupplyChainAnalyzers.Core.Language;

/// <summary>What a model said to some prompts when somebody vouched for it, as a file: JSON, the same bytes for the same replies.</summary>
/// <param name="All">In the order they were asked.</param>
public sealed record RecordedReplies(IReadOnlyList<RecordedReply> All) : ILanguageModel
{
    /// <summary>Prompts of one file.</summary>
    public const int MaxPrompts = 500;

    private const int Version = 1;
    private const int MaxText = 1 << 16;

    private static readonly JsonLimits Limits = new() { MaxLength = 8 << 20, MaxDepth = 4, MaxNodes = 5 * MaxPrompts };

    /// <inheritdoc/>
    /// <exception cref="KeyNotFoundException">It was not asked that.</exception>
    public string Reply(string prompt) => All.FirstOrDefault(reply => reply.Prompt == prompt)?.Reply ?? throw new KeyNotFoundException("a prompt has no recorded reply");

    /// <summary>As a file.</summary>
    public string Write()
    {
        var json = JsonWriter.Indented().BeginObject().Member("repliesVersion", Version).Name("replies").BeginArray();
        foreach (var reply in All)
            json.BeginObject().Member("prompt", reply.Prompt).Member("reply", reply.Reply).Member("next", reply.Next).EndObject();
        return json.EndArray().EndObject().ToString();
    }

    /// <summary>Null when it is no such file.</summary>
    public static RecordedReplies? Read(byte[] text)
    {
        var json = JsonReader.Parse(text, Limits);
        var fields = new JsonFields(json.Root, json.Error);
        fields.Expect("repliesVersion", Version);
        RecordedReply[] replies = [.. fields.Array("replies", MaxPrompts).Select(node => One(node, fields))];
        fields.Close();
        return fields.Error is null && replies.Length > 0 ? new RecordedReplies(replies) : null;
    }

    private static RecordedReply One(JsonNode node, JsonFields outer)
    {
        var fields = new JsonFields(node);
        var reply = new RecordedReply(fields.String("prompt", MaxText), fields.String("reply", MaxText), fields.OptionalString("next", MaxText));
        fields.Close();
        outer.Include(fields);
        return reply;
    }
}
