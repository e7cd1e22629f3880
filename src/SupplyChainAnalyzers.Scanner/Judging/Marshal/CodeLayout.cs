namespace SupplyChainAnalyzers.Scanner.Judging.Marshal;

/// <summary>
/// The fields of a code object, which differ by version and aren't told by the data (CPython, Python/marshal.c, r_object, TYPE_CODE).
/// </summary>
/// <param name="Numbers">Counts and flags in front, 4 bytes each.</param>
/// <param name="Before">Objects between the constants and the line number, the names first.</param>
/// <param name="After">Objects behind the line number.</param>
internal readonly record struct CodeLayout(int Numbers, int Before, int After)
{
    /// <summary>3.11 and later; 3.8 to 3.10; 3.0 to 3.7; 2.7.</summary>
    public static readonly CodeLayout[] All = [new(5, 6, 2), new(6, 6, 1), new(5, 6, 1), new(4, 6, 1)];
}
