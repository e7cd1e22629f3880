using SupplyChainAnalyzers.Core.Findings;
using SupplyChainAnalyzers.Core.Text;
using SupplyChainAnalyzers.Scanner.Formats.FlatBuffers;
using SupplyChainAnalyzers.Scanner.Scanning;

namespace SupplyChainAnalyzers.Scanner.Formats.TfLite;

/// <summary>
/// SubGraph: 0 tensors, 1 inputs, 2 outputs, 3 operators. Operator: 0 opcode_index, 1 inputs, 2 outputs. Tensor: 0 shape, 1 type,
/// 2 buffer, 3 name, 6 sparsity. Indexes out of range have been memory faults of the interpreter (CVE-2020-15211 and others).
/// </summary>
internal static class TfLiteGraph
{
    private const int MaxDimensions = 64;
    private const int MaxReports = 100;
    private const int Optional = -1; // an input that is left out

    public static void Check(FlatTable graph, long codes, long[] buffers, ScanContext context)
    {
        var reports = 0;
        var tensors = graph.Offsets(0);
        for (long i = 0; i < tensors.Count && reports < MaxReports; i++)
            Report(Fault(tensors.Table(i), buffers), tensors.Table(i).Position);

        CheckIndexes(graph.Vector(1, 4), "an input of the graph");
        CheckIndexes(graph.Vector(2, 4), "an output of the graph");
        var operators = graph.Offsets(3);
        for (long i = 0; i < operators.Count && reports < MaxReports; i++)
        {
            var operation = operators.Table(i);
            if (operation.UInt32(0) >= codes)
                Report($"names operator {operation.UInt32(0)} of {codes}", operation.Position);
            CheckIndexes(operation.Vector(1, 4), "an input");
            CheckIndexes(operation.Vector(2, 4), "an output");
        }

        void CheckIndexes(FlatVector indexes, string what)
        {
            for (long i = 0; i < indexes.Count; i++)
            {
                if (indexes.Int32(i) is var index && (index < Optional || index >= tensors.Count))
                {
                    Report($"names tensor {index} of {tensors.Count} as {what}", indexes.Start);
                    return;
                }
            }
        }

        void Report(string? fault, long offset)
        {
            if (fault is null)
                return;

            reports++;
            context.Report(Rules.TensorSizeLie, fault + ": loaders that believe it read or write outside their memory; do not use it", offset, Severity.High);
        }
    }

    private static string? Fault(FlatTable tensor, long[] buffers)
    {
        var name = Printable.Of(tensor.Text(3), 60);
        var buffer = tensor.UInt32(2);
        if (buffer >= buffers.Length)
            return $"names buffer {buffer} of {buffers.Length} for tensor '{name}'";

        var shape = tensor.Vector(0, 4);
        UInt128 elements = 1;
        for (long i = 0; i < Math.Min(shape.Count, MaxDimensions); i++)
        {
            var size = shape.Int32(i);
            if (size < -1)
                return $"claims a negative size for tensor '{name}'";

            elements = elements > ulong.MaxValue ? elements : elements * (uint)Math.Max(size, 0);
        }

        // A sparse tensor holds fewer values than it has elements; an empty buffer is filled when the model runs.
        if (buffers[buffer] == 0 || tensor.Has(6) || Bits(tensor.Byte(1)) is not { } bits)
            return shape.Count > MaxDimensions ? $"claims {shape.Count} dimensions for tensor '{name}'" : null;

        return ((elements * (uint)bits) + 7) / 8 > (ulong)buffers[buffer] ? $"claims {elements} elements for tensor '{name}', but holds {buffers[buffer]} bytes of data" : null;
    }

    // TensorType; null where an element has no fixed size.
    private static int? Bits(byte type) => type switch
    {
        3 or 6 or 9 => 8, // UINT8 BOOL INT8
        1 or 7 or 16 or 18 => 16, // FLOAT16 INT16 UINT16 BFLOAT16
        0 or 2 or 15 => 32, // FLOAT32 INT32 UINT32
        4 or 8 or 10 or 12 => 64, // INT64 COMPLEX64 FLOAT64 UINT64
        11 => 128, // COMPLEX128
        17 => 4, // INT4
        _ => null,
    };
}
