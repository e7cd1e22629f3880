using SupplyChainAnalyzers.Core.Findings;
using SupplyChainAnalyzers.Scanner.Tests.Scanning;

namespace SupplyChainAnalyzers.Scanner.Tests.Formats.Ggml;

public class GgmlScannerTests
{
    private static readonly byte[] Program = [.. "\u007fELF"u8, 2, 1, 1, 0, .. new byte[8], 3, 0, 62, 0, 1, 0, 0, 0, .. new byte[104]];

    [Fact]
    public void Llama_of_the_third_version_is_clean() => Is(Verdict.Clean, Llama("tjgg"u8.ToArray(), 32, Tensor("tok_embeddings.weight", 0, new byte[64], 4, 4), Tensor("norm.weight", 1, new byte[8], 4)));

    [Fact]
    public void Llama_of_the_second_version_is_clean() => Is(Verdict.Clean, Llama("fmgg"u8.ToArray(), 1, Tensor("norm.weight", 2, new byte[36], 32, 2)));

    [Fact]
    public void Whisper_is_clean() => Is(Verdict.Clean, [.. "lmgg"u8, .. Numbers(2, 1500, 384, 6, 4, 448, 384, 6, 4, 2, 1), .. Numbers(2, 3), .. new byte[24], .. Numbers(2), .. Token("a"), .. Token("b"), .. Tensor("encoder.conv1.bias", 0, new byte[16], 4)(1, 0)]);

    [Fact]
    public void Program_in_a_tensor_is_SCA3007()
    {
        var scanned = Scanned.Bytes(Llama("fmgg"u8.ToArray(), 1, Tensor("norm.weight", 24, Program, (uint)Program.Length)));
        Assert.Contains(Rules.EmbeddedExecutable, scanned.Doubts);
    }

    [Theory]
    [InlineData(uint.MaxValue)]
    [InlineData(64u)]
    [InlineData(0u)]
    public void Size_that_does_not_add_up_is_unscannable(uint rows) => Is(Verdict.Unscannable, Llama("fmgg"u8.ToArray(), 1, Tensor("norm.weight", 0, new byte[64], 4, rows)));

    [Fact]
    public void Vocabulary_without_end_is_unscannable() => Is(Verdict.Unscannable, [.. "lmgg"u8, .. Numbers(9_999_999, 1, 1, 1, 1, 1, 1), .. new byte[100]]);

    [Fact]
    public void Mutated_files_neither_throw_nor_hang()
    {
        var random = new Random(3101);
        var sample = Llama("tjgg"u8.ToArray(), 32, Tensor("tok_embeddings.weight", 0, new byte[64], 4, 4));
        for (var round = 0; round < 4000; round++)
        {
            var bytes = (byte[])sample.Clone();
            for (var changes = random.Next(1, 5); changes > 0; changes--)
                bytes[random.Next(bytes.Length)] = (byte)random.Next(256);
            _ = Scanned.Bytes(random.Next(5) == 0 ? bytes[..random.Next(bytes.Length)] : bytes).Verdict;
        }
    }

    private static byte[] Llama(byte[] magic, int alignment, params Func<int, int, byte[]>[] tensors)
    {
        List<byte> file = [.. magic, .. Numbers(3), .. Numbers(2, 4, 256, 1, 1, 4, 0), .. Token("a"), .. Numbers(0), .. Token("b"), .. Numbers(0)];
        if (magic[0] == 'f')
            file[4] = 1;
        foreach (var tensor in tensors)
            file.AddRange(tensor(alignment, file.Count));
        return [.. file];
    }

    private static Func<int, int, byte[]> Tensor(string name, uint type, byte[] data, params uint[] sizes) => (alignment, at) =>
    {
        byte[] head = [.. Numbers((uint)sizes.Length, (uint)name.Length, type), .. Numbers(sizes), .. Samples.Text(name)];
        return [.. head, .. new byte[(alignment - ((at + head.Length) % alignment)) % alignment], .. data];
    };

    private static byte[] Token(string text) => [.. Numbers((uint)text.Length), .. Samples.Text(text)];

    private static byte[] Numbers(params uint[] values) => [.. values.SelectMany(Samples.U32)];

    private static void Is(Verdict verdict, byte[] bytes)
    {
        var scanned = Scanned.Bytes(bytes, "ggml-model.bin");
        Assert.Equal("ggml", scanned.Format.Id);
        Assert.True(scanned.Verdict == verdict, scanned.ToString());
    }
}
