namespace SupplyChainAnalyzers.Scanner.Formats.SafeTensors;

/// <summary>One tensor as the header describes it.</summary>
/// <param name="Name">Hostile.</param>
/// <param name="Start">First byte, counted from the end of the header; -1 when the header says nothing usable.</param>
/// <param name="End">Byte behind the last.</param>
/// <param name="At">Offset in the file where the description ends.</param>
/// <param name="Type">Its dtype; hostile.</param>
/// <param name="Shape">Its dimensions.</param>
internal readonly record struct SafeTensor(string Name, long Start, long End, long At, string? Type = null, IReadOnlyList<long>? Shape = null);
