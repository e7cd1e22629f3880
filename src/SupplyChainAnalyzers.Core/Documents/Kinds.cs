using SupplyChainAnalyzers.Core.Json;

namespace SupplyChainAnalyzers.Core.Documents;

/// <summary>What a value is, in a message.</summary>
internal static class Kinds
{
    public static string Of(JsonNode node) => node.Kind switch
    {
        JsonKind.Object => "an object",
        JsonKind.Array => "an array",
        JsonKind.String => "a text",
        JsonKind.Number => "a number",
        JsonKind.Null => "null",
        _ => "true or false",
    };
}
