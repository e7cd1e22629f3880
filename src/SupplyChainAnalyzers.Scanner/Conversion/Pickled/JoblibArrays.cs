using SupplyChainAnalyzers.Scanner.Formats;
using SupplyChainAnalyzers.Scanner.Input;

namespace SupplyChainAnalyzers.Scanner.Conversion.Pickled;

/// <summary>
/// Arrays that joblib writes raw into the middle of a pickle (joblib/numpy_pickle.py, <c>NumpyArrayWrapper.read_array</c>): behind the wrapper's
/// state one byte with a number of bytes to skip, when there is an alignment, then the elements.
/// </summary>
internal static class JoblibArrays
{
    /// <summary>Takes shape and type from the wrapper's state and the elements from the file; returns where the pickle goes on.</summary>
    public static long Attach(ByteSource file, long at, PyArray array, object? state)
    {
        if (state is not PyDict note || note.Find("shape") is not PyList shape || note.Find("dtype") is not PyDType type)
            throw new DamagedFileException("joblib's note on an array cannot be read", at);

        (array.Shape, array.DType, array.IsFortran) = (Rebuilds.Numbers(shape), type, note.Find("order") is "F");
        if (TensorType.OfNumPy(type.Name) is not { } element)
            throw new ConversionException($"has an array of '{Core.Text.Printable.Of(type.Name, 40)}' in the middle, behind which nothing can be read without unpickling; save the numbers alone");

        if (note.Find("numpy_array_alignment_bytes") is long)
            at += 1 + file.ReadByte(at, "an array");

        var size = new SourceTensor("array", element, array.Shape, static _ => { }).Size;
        array.Bytes = new SliceSource(file, at, size, "an array");
        return at + size;
    }
}
