using SupplyChainAnalyzers.Scanner.Input;
using SupplyChainAnalyzers.Scanner.Scanning;

namespace SupplyChainAnalyzers.Scanner.Formats.Pickle;

/// <summary>Pickles within the constants of a pickle: raw, in base64 or hexadecimal, compressed.</summary>
internal static class NestedPickles
{
    public static void Scan(PickleHeap heap, PickleUses uses, ScanContext context)
    {
        foreach (var checkpoint in uses.Checkpoints)
        {
            var (start, length) = PickleConstants.Range(heap.Source, checkpoint.Payload);
            context.Nested(new SliceSource(heap.Source, start, length, "a checkpoint"), Member(checkpoint));
        }

        foreach (var payload in uses.Payloads)
        {
            foreach (var decoded in NestedEncodings.Decode(heap.Source, payload))
                ScanPayload(decoded, context, Member(payload));
        }
    }

    private static string Member(PickleValue value) => FormattableString.Invariant($"constant@{value.Payload}");

    private static void ScanPayload(ByteSource source, ScanContext context, string member)
    {
        if (context.Depth + 1 > ScanBudget.MaxDepth)
            throw new LimitExceededException($"it holds pickles in pickles, more than {ScanBudget.MaxDepth} deep");

        var within = context.Within(member);
        var file = new PickleFile(source, within);
        var (machine, uses, _) = file.Try(0);
        if (!uses.HasImports)
            return;

        new PickleVerdict(uses, within).Report();
        Scan(machine.Heap, uses, within);
    }
}
