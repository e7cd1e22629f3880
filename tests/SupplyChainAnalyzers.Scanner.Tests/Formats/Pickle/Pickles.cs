using System.Text;

namespace SupplyChainAnalyzers.Scanner.Tests.Formats.Pickle;

/// <summary>Small pickles, put together by hand.</summary>
internal static class Pickles
{
    /// <summary>module.name(argument, …) as protocol 2 writes it.</summary>
    public static byte[] Call(string module, string name, params string[] arguments) => [.. Protocol(2), .. Global(module, name), .. "("u8, .. arguments.SelectMany(Str), .. "tR."u8];

    /// <summary>The import alone.</summary>
    public static byte[] Import(string module, string name) => [.. Protocol(2), .. Global(module, name), (byte)'.'];

    public static byte[] Protocol(byte version) => [0x80, version];

    public static byte[] Global(string module, string name) => Text($"c{module}\n{name}\n");

    /// <summary>BINUNICODE.</summary>
    public static byte[] Str(string text) => [(byte)'X', .. Samples.U32((uint)Encoding.UTF8.GetByteCount(text)), .. Text(text)];

    /// <summary>BINBYTES.</summary>
    public static byte[] Bytes(byte[] bytes) => [(byte)'B', .. Samples.U32((uint)bytes.Length), .. bytes];

    public static byte[] Text(string text) => Encoding.Latin1.GetBytes(text);
}
