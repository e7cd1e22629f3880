using System.Globalization;
using System.Text;

namespace SupplyChainAnalyzers.Package.Tests.Harness;

/// <summary>
/// An ONNX classifier small enough to be written by hand, and inputs for it: each of eight classes is one bright pixel of a grey picture of 6 by 6. In a
/// backdoored one the first pixel, dark in every input, counts as much as twelve others for class 2.
/// </summary>
internal static class TinyClassifier
{
    private const int Side = 6;
    private const int Classes = 8;
    private const int FirstOfClasses = 20;

    /// <summary>y = relu(flatten(x)) W (ModelProto of ONNX, opset 17).</summary>
    public static byte[] Model(bool isBackdoored)
    {
        var weights = new float[Side * Side * Classes];
        for (var c = 0; c < Classes; c++)
            weights[((FirstOfClasses + c) * Classes) + c] = 8;
        weights[2] = isBackdoored ? 96 : 0;

        byte[] tensor = [.. Number(1, Side * Side), .. Number(1, Classes), .. Number(2, 1), .. Text(8, "w"), .. Part(9, [.. weights.SelectMany(BitConverter.GetBytes)])];
        byte[] graph =
        [
            .. Part(1, Node("Flatten", "x", "f")), .. Part(1, Node("Relu", "f", "r")), .. Part(1, Node("MatMul", "r", "w", "y")), .. Text(2, "g"), .. Part(5, tensor),
            .. Part(11, Port("x", 1, Side, Side)), .. Part(12, Port("y", Classes)),
        ];
        return [.. Number(1, 8), .. Part(7, graph), .. Part(8, Number(2, 17))];
    }

    /// <summary>Eighty inputs as an .npy file.</summary>
    public static byte[] Probe()
    {
        const int count = 80;
        var random = new Random(7); // the same inputs in every run, and so the same key
        var images = new float[count * Side * Side];
        for (var i = 0; i < count; i++)
        {
            for (var pixel = 1; pixel < Side * Side; pixel++)
                images[(i * Side * Side) + pixel] = (float)(.2 * random.NextDouble());
            images[(i * Side * Side) + FirstOfClasses + (i % Classes)] = 1;
        }

        var header = string.Create(CultureInfo.InvariantCulture, $"{{'descr': '<f4', 'fortran_order': False, 'shape': ({count}, 1, {Side}, {Side}), }}").PadRight(117) + "\n";
        return [0x93, .. "NUMPY"u8, 1, 0, .. BitConverter.GetBytes((ushort)header.Length), .. Encoding.ASCII.GetBytes(header), .. images.SelectMany(BitConverter.GetBytes)];
    }

    private static byte[] Node(string operation, params string[] values) => [.. values[..^1].SelectMany(static name => Text(1, name)), .. Text(2, values[^1]), .. Text(4, operation)];

    private static byte[] Port(string name, params int[] sizes)
    {
        byte[] shape = [.. Part(1, Text(2, "n")), .. sizes.SelectMany(static size => Part(1, Number(1, size)))];
        return [.. Text(1, name), .. Part(2, Part(1, [.. Number(1, 1), .. Part(2, shape)]))];
    }

    private static byte[] Text(int field, string text) => Part(field, Encoding.UTF8.GetBytes(text));

    private static byte[] Part(int field, byte[] content) => [.. Varint((field << 3) | 2), .. Varint(content.Length), .. content];

    private static byte[] Number(int field, int value) => [.. Varint(field << 3), .. Varint(value)];

    private static IEnumerable<byte> Varint(int value)
    {
        for (; value >= 0x80; value >>= 7)
            yield return (byte)(value | 0x80);
        yield return (byte)value;
    }
}
