using System.Text.RegularExpressions;
using SupplyChainAnalyzers.Scanner.Containers;
using SupplyChainAnalyzers.Scanner.Input;
using SupplyChainAnalyzers.Scanner.Scanning;

namespace SupplyChainAnalyzers.Scanner.Formats.TensorFlow;

/// <summary>
/// The numbers of a checkpoint (variables.data-00000-of-00001): TensorFlow finds them by that name beside their index and only copies them
/// into tensors. They have no mark of their own.
/// </summary>
internal static partial class CheckpointData
{
    /// <summary>Scans the file if it is one.</summary>
    public static bool TryScan(ByteSource source, ScanContext context)
    {
        if (Shard().Match(context.Name) is not { Success: true } name || !context.Neighbours.Names.Contains(name.Groups[1].Value + ".index"))
            return false;

        EmbeddedFile.Scan(source, "data", context);
        return true;
    }

    [GeneratedRegex(@"^(.{1,200})\.data-\d{5}-of-\d{5}$", RegexOptions.NonBacktracking | RegexOptions.CultureInvariant)]
    private static partial Regex Shard();
}
