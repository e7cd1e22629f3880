namespace SupplyChainAnalyzers.Scanner.Formats.Pickle;

/// <summary>Where and why CPython's unpickler raises an exception.</summary>
/// <param name="Offset">Of the opcode.</param>
/// <param name="Reason">Goes on after "a loader refuses it: ".</param>
/// <param name="IsOption">Whether it depends on the loader: an encoding, a <c>persistent_load</c>, buffers.</param>
internal sealed record PickleRefusal(long Offset, string Reason, bool IsOption);
