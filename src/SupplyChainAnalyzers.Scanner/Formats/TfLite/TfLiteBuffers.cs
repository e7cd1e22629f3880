using SupplyChainAnalyzers.Core.Findings;
using SupplyChainAnalyzers.Scanner.Formats.FlatBuffers;
using SupplyChainAnalyzers.Scanner.Formats.Graphs;
using SupplyChainAnalyzers.Scanner.Scanning;

namespace SupplyChainAnalyzers.Scanner.Formats.TfLite;

/// <summary>
/// Buffer: 0 data, 1 offset, 2 size; with an offset above 1 the data lie behind the flat buffer, at that place in the file. Only the first
/// lengths are kept: tensors point to few buffers.
/// </summary>
internal static class TfLiteBuffers
{
    private const int MaxBuffers = 4_000_000;

    /// <summary>Bytes of each buffer.</summary>
    public static long[] Read(FlatVector buffers, ScanContext context)
    {
        if (buffers.Count > MaxBuffers)
            throw new LimitExceededException($"it has more than {MaxBuffers} buffers");

        var lengths = new long[buffers.Count];
        for (var i = 0; i < lengths.Length; i++)
        {
            var buffer = buffers.Table(i);
            var (offset, size) = (buffer.UInt64(1), buffer.UInt64(2));
            var data = buffer.Vector(0, 1);
            lengths[i] = data.Count;
            TensorPrograms.Check(buffer.File.Source, data.Start, data.Count, $"buffer {i}", context);
            if (offset <= 1)
                continue;

            var length = (ulong)buffer.File.Source.Length;
            if (offset > length || size > length - offset)
                context.Report(Rules.TensorSizeLie, $"has the data of buffer {i} outside of the file: loaders that believe it read foreign memory; do not use it", buffer.Position);
            else
                TensorPrograms.Check(buffer.File.Source, (long)offset, lengths[i] = (long)size, $"buffer {i}", context);
        }

        return lengths;
    }
}
