using System.Buffers.Binary;
using System.Text;

namespace SupplyChainAnalyzers.Scanner.Tests.Behavior;

/// <summary>Arrays as NumPy writes them (NEP 1, version 1.0).</summary>
internal static class NumPyBytes
{
    public static byte[] Floats(long[] shape, params float[] values) => Array("<f4", shape, [.. values.SelectMany(BitConverter.GetBytes)]);

    public static byte[] Longs(params long[] values) => Array("<i8", [values.Length], [.. values.SelectMany(BitConverter.GetBytes)]);

    private static byte[] Array(string type, long[] shape, byte[] data)
    {
        var header = $"{{'descr': '{type}', 'fortran_order': False, 'shape': ({string.Join(", ", shape)},), }}";
        header = header.PadRight(((10 + header.Length + 64) / 64 * 64) - 11) + "\n";
        var length = new byte[2];
        BinaryPrimitives.WriteUInt16LittleEndian(length, (ushort)header.Length);
        return [0x93, .. "NUMPY"u8, 1, 0, .. length, .. Encoding.ASCII.GetBytes(header), .. data];
    }
}
