using SupplyChainAnalyzers.Core.Findings;
using SupplyChainAnalyzers.Scanner.Input;
using SupplyChainAnalyzers.Scanner.Scanning;

namespace SupplyChainAnalyzers.Scanner.Formats.Tensors;

/// <summary>
/// Holds the places of all tensors against one another and against the file: each byte of the data belongs to exactly one
/// tensor. Overlaps and places outside are lies; holes hide data; a file that only ends too early is most often cut off.
/// </summary>
/// <param name="file">The whole file.</param>
/// <param name="dataStart">Where the tensors begin.</param>
/// <param name="alignment">Bytes each tensor begins at a multiple of; 1 allows no padding.</param>
/// <param name="lies">Rule for false places.</param>
/// <param name="refused">Rule for holes.</param>
internal sealed class TensorLayout(ByteSource file, long dataStart, long alignment, Rule lies, Rule refused)
{
    // A download that broke off below a hundredth, with its header whole, is rarer than a header that lies.
    private const int SmallestPart = 100;
    private const int SmallestFile = 4096; // less than a network or a disk hands over at once

    private readonly List<TensorSpan> _spans = [];
    private bool _shuffled;

    public void Add(TensorSpan span)
    {
        _shuffled |= _spans.Count > 0 && span.Start < _spans[^1].Start;
        _spans.Add(span);
    }

    public void Check(ScanContext context)
    {
        if (_shuffled)
            _spans.Sort(static (a, b) => (a.Start, a.End).CompareTo((b.Start, b.End)));

        var data = file.Length - dataStart;
        var end = 0L;
        var gaps = 0;
        foreach (var span in _spans)
        {
            if (span.Start < end && span.End > span.Start)
            {
                context.Report(lies, "says that two tensors lie in the same bytes, which no writer does and loaders trust; do not use it", span.At);
                return;
            }

            if (span.Start > Aligned(end))
            {
                if (gaps++ == 0)
                    Gap(context, end, span);
                if (span.Start > data)
                    return;
            }

            end = Math.Max(end, span.End);
        }

        if (end > data)
            Missing(context, end, data);
        else if (Aligned(end) < data)
            Trailing(context, end, data);
    }

    private long Aligned(long offset) => offset > long.MaxValue - alignment ? long.MaxValue : (offset + alignment - 1) / alignment * alignment;

    private void Gap(ScanContext context, long end, TensorSpan span)
    {
        var data = file.Length - dataStart;
        if (span.Start > data)
        {
            context.Report(lies, $"says that a tensor begins at byte {span.Start} of its data, of which there are {data}; do not use it", span.At);
            return;
        }

        context.Report(refused, $"has {span.Start - end} bytes between two tensors that belong to none and can hide anything; get the model from its publisher", dataStart + end);
        TensorContent.Check(new SliceSource(file, dataStart + end, span.Start - end, "a gap"), "between tensors", context, dataStart + end);
    }

    private void Missing(ScanContext context, long end, long data)
    {
        if (data >= end / SmallestPart && file.Length >= SmallestFile)
            context.Unscannable($"has {data} bytes of data where its header describes {end}: it is cut off; get it anew", file.Length);
        else
            context.Report(lies, $"describes {end} bytes of data and has {data}, so that a loader reads or reserves memory it should not; do not use it", file.Length);
    }

    private void Trailing(ScanContext context, long end, long data)
    {
        context.Report(Rules.TrailingData, $"has {data - end} bytes behind its last tensor that belong to none; get the model from its publisher", dataStart + end);
        TensorContent.Check(new SliceSource(file, dataStart + end, data - end, "what follows"), "behind the last tensor", context, dataStart + end);
    }
}
