using SupplyChainAnalyzers.Scanner.Formats;
using SupplyChainAnalyzers.Scanner.Input;

namespace SupplyChainAnalyzers.Scanner.Conversion.Pickled;

/// <summary>
/// Arrays that joblib writes raw into the middle of a pickle (joblib/numpy_pickle.py, <c>NumpyArrayWrapper.read_array</c>): behind the wrapper's
/// state one byte with a number of bytes to skip, when there is an alignment, then the elements.
/// </summary>
internal static class JoblibArrays
{
    private const int MaxElement = 1 << 20;

    /// <summary>Whether Python objects stand there, in a pickle of their own.</summary>
    public static bool IsOfObjects(object? state) => state is PyDict note && note.Find("dtype") is PyDType type && type.Name.StartsWith('O');

    /// <summary>Takes shape and type from the wrapper's state and the elements from the file; returns where the pickle goes on.</summary>
    public static long Attach(ByteSource file, long at, PyArray array, object? state)
    {
        if (state is not PyDict note || note.Find("shape") is not PyList shape || note.Find("dtype") is not PyDType type)
            throw new DamagedFileException("joblib's note on an array cannot be read", at);

        (array.Shape, array.DType, array.IsFortran) = (Rebuilds.Numbers(shape), type, note.Find("order") is "F");
        var element = TensorType.OfNumPy(type.Name) ?? new TensorType(type.Name, SizeOf(type.Name), 1);

        if (note.Find("numpy_array_alignment_bytes") is long)
            at += 1 + file.ReadByte(at, "an array");

        var size = new SourceTensor("array", element, array.Shape, static _ => { }).Size;
        array.Bytes = new SliceSource(file, at, size, "an array");
        return at + size;
    }

    // Texts, times and records, which are skipped: S5 has five bytes, U3 three characters of four, M8 and V56 what they say.
    private static int SizeOf(string name)
    {
        if (name.Length < 2 || !int.TryParse(name.AsSpan(1), System.Globalization.NumberStyles.None, System.Globalization.CultureInfo.InvariantCulture, out var size) || size is 0 or > MaxElement || name[0] is not ('S' or 'U' or 'M' or 'm' or 'V' or 'a' or 'c' or 'f' or 'g'))
            throw new ConversionException($"has an array of '{Core.Text.Printable.Of(name, 40)}' in the middle, behind which nothing can be found");

        return name[0] == 'U' ? 4 * size : size;
    }
}
