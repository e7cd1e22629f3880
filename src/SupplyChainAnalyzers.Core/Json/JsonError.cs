using SupplyChainAnalyzers.Core.Text;

namespace SupplyChainAnalyzers.Core.Json;

/// <summary>One reason why a text is not accepted, and where.</summary>
/// <param name="Kind">The kind of fault.</param>
/// <param name="Message">What is wrong, without a full stop at its end; safe to show.</param>
/// <param name="Region">Where.</param>
public sealed record JsonError(JsonErrorKind Kind, string Message, TextRegion Region);
