namespace SupplyChainAnalyzers.Scanner.Formats.SafeTensors;

/// <summary>What is wrong with a header.</summary>
/// <param name="Message">Goes on after the file's name.</param>
/// <param name="At">Offset in the file.</param>
/// <param name="Lie">Whether sizes or places are false, not only unusual.</param>
internal readonly record struct SafeTensorFault(string Message, long At, bool Lie);
