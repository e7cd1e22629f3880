namespace SupplyChainAnalyzers.Package.Tests.Harness;

/// <summary>Small files that are models by their first bytes.</summary>
internal static class ModelBytes
{
    /// <summary>A GGUF file of version 3 without tensors; <paramref name="name"/> is all its metadata says.</summary>
    public static byte[] Gguf(string name = "") =>
    [
        .. "GGUF"u8, 3, 0, 0, 0, .. BitConverter.GetBytes(0L), .. BitConverter.GetBytes(1L),
        .. BitConverter.GetBytes(12L), .. "general.name"u8, 8, 0, 0, 0, .. BitConverter.GetBytes((long)name.Length), .. System.Text.Encoding.UTF8.GetBytes(name),
    ];

    /// <summary>A pickle of an empty dict.</summary>
    public static byte[] HarmlessPickle => [0x80, 2, .. "}."u8];

    /// <summary>A pickle that calls os.system.</summary>
    public static byte[] Pickle => [0x80, 2, .. "cos\nsystem\nU"u8, 2, .. "id"u8, 0x85, .. "R."u8];
}
