using System.Buffers.Binary;
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
    private const long MaxElements = 1 << 25;

    /// <summary>A file's arrays by name; that of .npy is called <c>array</c>.</summary>
    /// <exception cref="BehaviorInputException">It is something else, damaged, or too large.</exception>
    public static Dictionary<string, NumberArray> Read(ByteSource file, string role)
    {
        try
        {
            var format = FormatIdentifier.Identify(file).Format;
            if (format != ModelFormats.NumPy && format != ModelFormats.NumPyZip)
                throw new BehaviorInputException($"{role} is recognized as {format.Name}; give arrays of NumPy (.npy, .npz)");

            var found = TensorFiles.Read(file, format, ScanContext.ForFile(role, new FindingSink(), Neighbours.None));
            return found.Tensors.ToDictionary(static tensor => tensor.Name, tensor => Numbers(tensor, role), StringComparer.Ordinal);
        }
        catch (Exception e) when (e is DamagedFileException or LimitExceededException or ConversionException or ArgumentException)
        {
            throw new BehaviorInputException($"{role} cannot be read: {e.Message}");
        }
    }

    private static NumberArray Numbers(SourceTensor tensor, string role)
    {
        var count = tensor.Size / tensor.Type.Size;
        if (count > MaxElements)
            throw new BehaviorInputException($"{role} holds {count} numbers, more than {MaxElements}; a few hundred inputs are enough");

        var bytes = new byte[tensor.Size];
        tensor.Read((offset, part) => part.CopyTo(bytes.AsSpan((int)offset)));
        var numbers = new double[count];
        for (var i = 0; i < numbers.Length; i++)
            numbers[i] = Number(tensor.Type.Name, role, bytes.AsSpan(i * tensor.Type.Size, tensor.Type.Size));
        return new NumberArray(numbers, [.. tensor.Shape]);
    }

    private static double Number(string type, string role, ReadOnlySpan<byte> bytes) => type switch
    {
        "F64" => BinaryPrimitives.ReadDoubleLittleEndian(bytes),
        "F32" => BinaryPrimitives.ReadSingleLittleEndian(bytes),
        "F16" => (double)BinaryPrimitives.ReadHalfLittleEndian(bytes),
        "I64" => BinaryPrimitives.ReadInt64LittleEndian(bytes),
        "I32" => BinaryPrimitives.ReadInt32LittleEndian(bytes),
        "I16" => BinaryPrimitives.ReadInt16LittleEndian(bytes),
        "I8" => (sbyte)bytes[0],
        "U64" => BinaryPrimitives.ReadUInt64LittleEndian(bytes),
        "U32" => BinaryPrimitives.ReadUInt32LittleEndian(bytes),
        "U16" => BinaryPrimitives.ReadUInt16LittleEndian(bytes),
        "U8" or "BOOL" => bytes[0],
        _ => throw new BehaviorInputException($"{role} holds {type}; give real numbers"),
    };
}
