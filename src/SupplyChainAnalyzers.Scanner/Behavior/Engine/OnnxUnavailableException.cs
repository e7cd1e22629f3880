namespace SupplyChainAnalyzers.Scanner.Behavior.Engine;

/// <summary>No model can be run on this machine, by this installation. Says nothing about any model.</summary>
internal sealed class OnnxUnavailableException(string message, Exception? inner = null) : Exception(message, inner);
