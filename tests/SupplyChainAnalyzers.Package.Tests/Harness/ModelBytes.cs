namespace SupplyChainAnalyzers.Package.Tests.Harness;

/// <summary>Small files that are models by their first bytes.</summary>
internal static class ModelBytes
{
    /// <summary>An empty GGUF file of version 3: magic, version, no tensors, no metadata; then <paramref name="tail"/>.</summary>
    public static byte[] Gguf(string tail = "") => [.. "GGUF"u8, 3, 0, 0, 0, .. new byte[16], .. System.Text.Encoding.UTF8.GetBytes(tail)];

    /// <summary>A pickle that calls os.system.</summary>
    public static byte[] Pickle => [0x80, 2, .. "cos\nsystem\nU"u8, 2, .. "id"u8, 0x85, .. "R."u8];
}
