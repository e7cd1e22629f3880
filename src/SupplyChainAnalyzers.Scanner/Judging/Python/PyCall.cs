namespace SupplyChainAnalyzers.Scanner.Judging.Python;

/// <summary>A call in the source, or the mention of a function that somebody else may call.</summary>
/// <param name="Callee">What is called.</param>
/// <param name="Arguments">With those given by name.</param>
/// <param name="Function">The function of this source in which it stands (<c>Net.__init__</c>); empty when importing runs it.</param>
/// <param name="Offset">Characters before it.</param>
/// <param name="IsMention">Whether the function is only named.</param>
internal sealed record PyCall(PyValue Callee, IReadOnlyList<PyValue> Arguments, string Function, int Offset, bool IsMention);
