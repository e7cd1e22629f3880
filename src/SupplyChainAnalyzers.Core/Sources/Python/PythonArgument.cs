namespace SupplyChainAnalyzers.Core.Sources.Python;

/// <summary>An argument of a call.</summary>
/// <param name="Name">The parameter it names; null when it is told by its place.</param>
/// <param name="Value">What it is.</param>
/// <param name="Callee">When it is a call: the full name of what is called; else empty.</param>
/// <param name="Start">Characters before its value.</param>
/// <param name="End">Characters up to its end.</param>
internal sealed record PythonArgument(string? Name, PythonValue Value, string Callee, int Start, int End);
