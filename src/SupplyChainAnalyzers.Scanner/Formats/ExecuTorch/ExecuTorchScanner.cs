using SupplyChainAnalyzers.Core.Findings;
using SupplyChainAnalyzers.Core.Formats;
using SupplyChainAnalyzers.Core.Text;
using SupplyChainAnalyzers.Scanner.Formats.FlatBuffers;
using SupplyChainAnalyzers.Scanner.Formats.Graphs;
using SupplyChainAnalyzers.Scanner.Input;
using SupplyChainAnalyzers.Scanner.Scanning;

namespace SupplyChainAnalyzers.Scanner.Formats.ExecuTorch;

/// <summary>
/// ExecuTorch (schema/program.fbs). Program: 1 execution_plan { 0 name, 6 operators { 0 name, 1 overload }, 7 delegates { 0 id } },
/// 4 segments { 0 offset, 1 size }. Operators are linked into the program that runs the model; delegates carry what a device's
/// compiler made.
/// </summary>
internal sealed class ExecuTorchScanner : IFormatScanner
{
    private const int MaxShown = 60;

    private static readonly Lazy<OperatorTable> Known = OperatorTable.Named("executorch-operators");

    public IReadOnlyList<ModelFormat> Formats { get; } = [ModelFormats.ExecuTorch];

    public void Scan(ByteSource source, ScanContext context)
    {
        var file = new FlatFile(source);
        var program = file.Root();
        var told = new HashSet<string>(StringComparer.Ordinal);
        var plans = program.Offsets(1);
        for (long i = 0; i < plans.Count; i++)
        {
            var operators = plans.Table(i).Offsets(6);
            for (long j = 0; j < operators.Count; j++)
                JudgeOperator(operators.Table(j), context, told);

            var delegates = plans.Table(i).Offsets(7);
            for (long j = 0; j < delegates.Count; j++)
                JudgeDelegate(delegates.Table(j), context, told);
        }

        CheckSegments(program.Offsets(4), Base(file), context);
    }

    // The extended header behind the identifier: magic eh00 or eh01 at 8, its length (4), length of the program (8), base of the segments (8).
    private static ulong Base(FlatFile file) => file.Source.Length > 32 && file.Byte(8) == 'e' && file.Byte(9) == 'h' ? file.UInt64(24) : 0;

    private static void JudgeOperator(FlatTable operation, ScanContext context, HashSet<string> told)
    {
        var name = operation.Text(0);
        var space = name.Split(':')[0];
        if (Known.Value.Has("operators", space) || told.Count >= 1000 || !told.Add(name))
            return;

        context.Report(
            Rules.CustomOperator,
            $"needs the operator '{Printable.Of(name, MaxShown)}', which is no part of ExecuTorch: the program that runs it must bring its code; use it only if you know that library",
            operation.Position,
            Severity.Medium,
            name);
    }

    private static void JudgeDelegate(FlatTable part, ScanContext context, HashSet<string> told)
    {
        var id = part.Text(0);
        if (!Known.Value.Has("graphs", id) && told.Count < 1000 && told.Add("delegate " + id))
            context.Unscannable($"carries a part that was compiled for '{Printable.Of(id, MaxShown)}' and is not inspected here; use the model it was made from", part.Position);
    }

    private static void CheckSegments(FlatVector segments, ulong start, ScanContext context)
    {
        for (long i = 0; i < segments.Count; i++)
        {
            var segment = segments.Table(i);
            var (offset, size, length) = (segment.UInt64(0), segment.UInt64(1), (ulong)segment.File.Source.Length);
            if (start > length || offset > length - start || size > length - start - offset)
                context.Report(Rules.TensorSizeLie, $"has segment {i} of its data outside of the file: loaders that believe it read foreign memory; do not use it", segment.Position);
        }
    }
}
