namespace SupplyChainAnalyzers.Core.Json;

/// <summary>A tree, or the reasons why there is none.</summary>
public sealed class JsonParseResult
{
    internal JsonParseResult(JsonNode root) => Root = root;

    internal JsonParseResult(IReadOnlyList<JsonError> errors) => Errors = errors;

    /// <summary>The value; null when there is any error.</summary>
    public JsonNode? Root { get; }

    /// <summary>The first error; null when there is a value.</summary>
    public JsonError? Error => Errors.Count == 0 ? null : Errors[0];

    /// <summary>
    /// All errors in order of their place: every duplicate member up to where reading stopped, and at most one of
    /// another kind, the last.
    /// </summary>
    public IReadOnlyList<JsonError> Errors { get; } = [];
}
