namespace SupplyChainAnalyzers.Scanner.Conversion.Pickled;

/// <summary>A value of a pickle that is more than a number or a text. Nothing stands behind it: it is only what the stream says.</summary>
internal abstract class PyValue;
