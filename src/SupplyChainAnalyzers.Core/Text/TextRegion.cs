namespace SupplyChainAnalyzers.Core.Text;

/// <summary>A stretch of a text file. Lines and columns count from 1, in UTF-16 code units; the end is exclusive.</summary>
public readonly record struct TextRegion(int Line, int Column, int EndLine, int EndColumn)
{
    /// <summary>The whole file: no place in it is better than another.</summary>
    public static readonly TextRegion None;

    /// <summary>The first character of a file.</summary>
    public static readonly TextRegion Start = new(1, 1, 1, 1);
}
