using SupplyChainAnalyzers.Core.Scanning.Protocol;

namespace SupplyChainAnalyzers.Core.Scanning.Launching;

/// <summary>What a scanner process is started for, beside the files.</summary>
/// <param name="Job">One of <see cref="Jobs"/>.</param>
/// <param name="Output">Of a conversion: absolute path of the file to be written.</param>
/// <param name="TensorsOnly">Whether a conversion may leave out what is no tensor.</param>
/// <param name="Tree">Of a signature: absolute path of the model.</param>
/// <param name="Question">Of a signature: whom to trust. Of a behaviour: what to check it with.</param>
/// <param name="Beside">Absolute paths of files that are read as well.</param>
internal sealed record ScannerWork(string Job, string? Output = null, bool TensorsOnly = false, string? Tree = null, string? Question = null, IReadOnlyList<string>? Beside = null);
