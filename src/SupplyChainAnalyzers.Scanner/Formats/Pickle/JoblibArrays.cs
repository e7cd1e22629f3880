using SupplyChainAnalyzers.Core.Findings;
using SupplyChainAnalyzers.Core.Text;
using SupplyChainAnalyzers.Scanner.Input;
using SupplyChainAnalyzers.Scanner.Scanning;

namespace SupplyChainAnalyzers.Scanner.Formats.Pickle;

/// <summary>
/// Arrays that joblib writes raw behind the BUILD of their wrapper (joblib/numpy_pickle.py, <c>NumpyArrayWrapper.read_array</c>):
/// from version 1.3 on a byte with the length of a padding and the padding, then the elements; an array of objects is a pickle.
/// </summary>
internal sealed class JoblibArrays(ByteSource source, ScanContext context, PickleNames names, PickleFile file)
{
    private const int MaxDepth = 16; // arrays of objects within arrays of objects

    private int _depth;

    /// <summary>Where the stream goes on behind the BUILD of an object.</summary>
    public long Skip(PickleHeap heap, PickleValue target, PickleValue state, long next)
    {
        if (target.Name < 0)
            return next;

        var name = names[target.Name];
        if (name.Module != "joblib.numpy_pickle" && !name.Module.EndsWith(".joblib.numpy_pickle", StringComparison.Ordinal) && name.Module != "joblib.numpy_pickle_compat")
            return next;

        if (name.Last is "NDArrayWrapper" or "ZNDArrayWrapper")
            ReportFile(heap, state, next);

        return name.Last == "NumpyArrayWrapper" ? SkipArray(heap, state, next) : next;
    }

    private long SkipArray(PickleHeap heap, PickleValue state, long next)
    {
        var fields = Fields(heap, state);
        if (!fields.TryGetValue("shape", out var shape) || !fields.TryGetValue("dtype", out var type))
            throw new DamagedFileException("an array of joblib has no shape or type", next);

        var element = NumPyElement.Of(heap, type, names);
        if (element.HasObjects)
            return ScanObjects(next);

        if (element.Size < 0 || !TryCount(heap, shape, out var count))
            throw new DamagedFileException("the size of an array of joblib cannot be told", next);

        if (fields.TryGetValue("numpy_array_alignment_bytes", out var alignment) && alignment.Kind != PickleKind.None)
            next += 1 + source.ReadByte(next, "an array of joblib");

        if (count > 0 && element.Size > (source.Length - next) / count)
            throw new DamagedFileException("an array of joblib is longer than the file", next);

        return next + (count * element.Size);
    }

    private long ScanObjects(long next)
    {
        if (++_depth > MaxDepth)
            throw new LimitExceededException("it nests arrays of objects", next);

        var end = file.ScanOne(next);
        _depth--;
        return end ?? throw new DamagedFileException("an array of objects breaks off", next);
    }

    // Before joblib 0.10 each array lay in a file of its own.
    private void ReportFile(PickleHeap heap, PickleValue state, long offset)
    {
        var name = Fields(heap, state).TryGetValue("filename", out var value) && value.Kind == PickleKind.Str ? PickleConstants.Text(heap.Source, value.Payload, 1000) : "";
        var leads = name.Contains("..", StringComparison.Ordinal) || name.AsSpan().ContainsAny('/', '\\', ':');
        context.Report(
            Rules.HiddenPickleCall,
            $"has joblib open the file '{Printable.Of(name, 100)}' when it is opened; {(leads ? "do not open it" : "have that file scanned as well")}",
            offset, leads ? Severity.High : Severity.Low);
    }

    private static Dictionary<string, PickleValue> Fields(PickleHeap heap, PickleValue state)
    {
        var fields = new Dictionary<string, PickleValue>(StringComparer.Ordinal);
        var items = heap.Items(state);
        for (var i = 0; i + 1 < items.Length; i += 2)
        {
            if (items[i].Kind == PickleKind.Str && (items[i].Own & PickleTraits.Lost) == 0)
                fields[PickleConstants.Text(heap.Source, items[i].Payload, 100)] = items[i + 1];
        }

        return fields;
    }

    private static bool TryCount(PickleHeap heap, PickleValue shape, out long count)
    {
        count = 1;
        if (shape.Kind != PickleKind.Tuple)
            return false;

        foreach (var item in heap.Items(shape))
        {
            if (!item.TryInt(out var length) || length < 0 || (length > 0 && count > long.MaxValue / 1024 / length))
                return false;

            count *= length;
        }

        return heap.Count(shape) >= 0;
    }
}
