using SupplyChainAnalyzers.Core.Text;

namespace SupplyChainAnalyzers.Core.Manifest;

/// <summary>A file that behavioural checks run on.</summary>
/// <param name="Path">Relative to the model's folder.</param>
/// <param name="Sha256">64 lower-case hex digits.</param>
/// <param name="Region">Where the object stands.</param>
public sealed record BehaviorFile(string Path, string Sha256, TextRegion Region);
