using SupplyChainAnalyzers.Core.Formats;
using SupplyChainAnalyzers.Scanner.Conversion;
using SupplyChainAnalyzers.Scanner.Formats;
using SupplyChainAnalyzers.Scanner.Input;
using SupplyChainAnalyzers.Scanner.Scanning;

namespace SupplyChainAnalyzers.Scanner.Behavior.Inputs;

/// <summary>Reads arrays of numbers: .npy, or .npz with a member for each.</summary>
internal static class ArrayReader
{
    /// <summary>Numbers of one array: 200 pictures of 224 by 224 in colour. Checks work with some hundred inputs.</summary>
    public const long MaxElements = 1 << 25;

    /// <summary>A file's arrays by name; that of .npy is called <c>array</c>.</summary>
    /// <param name="file">The file.</param>
    /// <param name="role">What it is given as, for people.</param>
    /// <param name="maxElements">Numbers of one array.</param>
    /// <exception cref="BehaviorInputException">It is something else, damaged, or too large.</exception>
    public static Dictionary<string, NumberArray> Read(ByteSource file, string role, long maxElements = MaxElements)
    {
        try
        {
            var format = FormatIdentifier.Identify(file).Format;
            if (format != ModelFormats.NumPy && format != ModelFormats.NumPyZip)
                throw new BehaviorInputException($"{role} is recognized as {format.Name}; give arrays of NumPy (.npy, .npz)");

            var found = TensorFiles.Read(file, format, ScanContext.ForFile(role, new FindingSink(), Neighbours.None));
            return found.Tensors.ToDictionary(static tensor => tensor.Name, tensor => Numbers(tensor, role, maxElements), StringComparer.Ordinal);
        }
        catch (Exception e) when (e is DamagedFileException or LimitExceededException or ConversionException or ArgumentException)
        {
            throw new BehaviorInputException($"{role} cannot be read: {e.Message}");
        }
    }

    private static NumberArray Numbers(SourceTensor tensor, string role, long maxElements)
    {
        var count = tensor.Size / tensor.Type.Size;
        if (count > maxElements)
            throw new BehaviorInputException($"{role} holds {count} numbers, more than {maxElements}; give fewer inputs");
        if (!NumberArray.IsKnown(tensor.Type.Name))
            throw new BehaviorInputException($"{role} holds {tensor.Type.Name}; give real numbers");

        var bytes = new byte[tensor.Size];
        tensor.Read((offset, part) => part.CopyTo(bytes.AsSpan((int)offset)));
        return new NumberArray(bytes, tensor.Type.Name, [.. tensor.Shape]);
    }
}
