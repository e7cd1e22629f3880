using SupplyChainAnalyzers.Core.Formats;
using SupplyChainAnalyzers.Scanner.Input;
using SupplyChainAnalyzers.Scanner.Judging;
using SupplyChainAnalyzers.Scanner.Scanning;

namespace SupplyChainAnalyzers.Scanner.Formats.Pickle;

/// <summary>
/// Loaders of pickles don't ask what a file looks like: whatever its name and its first bytes say, it is gone through as a
/// pickle (CVE-2025-1889, CVE-2025-10155). Only what would do harm counts, since short texts are pickles by chance.
/// </summary>
internal sealed class PickleCheck : IContentCheck
{
    private const int MaxOpcodes = 1 << 20;

    // Gone through already, or no opcode at their start.
    private static readonly HashSet<ModelFormat> Known = [ModelFormats.Pickle, ModelFormats.Joblib, ModelFormats.PyTorchLegacy, ModelFormats.Empty, ModelFormats.Raw];

    public void Check(ByteSource source, ModelFormat format, ScanContext context)
    {
        if (Known.Contains(format))
            return;

        var file = new PickleFile(source, context);
        var (machine, uses, _) = file.Try(0, MaxOpcodes);
        if (!uses.All.Any(pair => IsHarm(pair.Name, pair.Use, machine.Stopped)))
            return;

        new PickleVerdict(uses, context).Report();
        NestedPickles.Scan(machine.Heap, uses, context);
    }

    private static bool IsHarm(PickleName name, PickleUse use, bool stops) => PythonNames.IsPlain(name.Dotted) && name.Risk switch
    {
        CallableRisk.Dangerous => true,
        CallableRisk.Unknown => stops && (use.CalledAt ?? use.ConstructedAt) is not null,
        _ => use.Sign is not null,
    };
}
