using SupplyChainAnalyzers.Core.Text;

namespace SupplyChainAnalyzers.Core.Json;

/// <summary>One member of a JSON object.</summary>
/// <param name="Name">The name with its escapes resolved.</param>
/// <param name="NameRegion">Where the name stands, quotes included.</param>
/// <param name="Value">Its value.</param>
public readonly record struct JsonMember(string Name, TextRegion NameRegion, JsonNode Value);
