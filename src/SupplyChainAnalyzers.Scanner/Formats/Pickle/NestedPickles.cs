using SupplyChainAnalyzers.Core.Findings;
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

        foreach (var constant in uses.Resemblances)
        {
            if (!uses.Payloads.Exists(payload => payload.Payload == constant.Payload))
                ScanUnread(heap.Source, constant, context);
        }
    }

    // Nothing here loads it. Who put it there means something to, and a pickle that only holds data needs no hiding.
    private static void ScanUnread(ByteSource source, PickleValue constant, ScanContext context)
    {
        foreach (var decoded in NestedEncodings.Decode(source, constant))
        {
            if (!ScanPayload(decoded, context, Member(constant)))
                continue;

            context.Report(
                Rules.PickleInPickle,
                "holds another pickle in a text or in bytes, and that one calls functions: whoever decodes and loads it runs them; ask its author what it is for",
                constant.Payload);
            return;
        }
    }

    private static string Member(PickleValue value) => FormattableString.Invariant($"constant@{value.Payload}");

    // Whether it is a pickle that imports or calls anything.
    private static bool ScanPayload(ByteSource source, ScanContext context, string member)
    {
        if (context.Depth + 1 > ScanBudget.MaxDepth)
            throw new LimitExceededException($"it holds pickles in pickles, more than {ScanBudget.MaxDepth} deep");

        var within = context.Within(member);
        var file = new PickleFile(source, within);
        var (machine, uses, _) = file.Try(0);
        if (!uses.HasImports)
        {
            Scan(machine.Heap, uses, within);
            return uses.Resemblances.Count > 0;
        }

        new PickleVerdict(uses, within).Report();
        Scan(machine.Heap, uses, within);
        return machine.Stopped;
    }
}
