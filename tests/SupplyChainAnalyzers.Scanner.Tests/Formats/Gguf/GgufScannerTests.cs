using SupplyChainAnalyzers.Core.Findings;
using SupplyChainAnalyzers.Scanner.Tests.Scanning;

namespace SupplyChainAnalyzers.Scanner.Tests.Formats.Gguf;

public class GgufScannerTests
{
    private const ulong Huge = 0x4000000000000001;

    [Theory]
    [InlineData(1u, false)]
    [InlineData(2u, false)]
    [InlineData(3u, false)]
    [InlineData(3u, true)]
    public void Honest_file_is_clean(uint version, bool bigEndian)
    {
        var scanned = Scanned.Bytes(GgufFile.Honest(version, bigEndian).Write());
        Assert.True(scanned.Verdict == Verdict.Clean, scanned.ToString());
        Assert.Equal("gguf", scanned.Format.Id);
    }

    [Fact]
    public void Vocabulary_without_tensors_is_clean() => AssertVerdict(Verdict.Clean, new GgufFile().Add("general.architecture", "llama").Strings("tokenizer.ggml.tokens", "a", "b"));

    [Theory]
    [InlineData(4)]
    [InlineData(32)]
    [InlineData(4096)]
    public void Own_alignment_is_clean(int alignment) => AssertVerdict(Verdict.Clean, new GgufFile { Alignment = alignment }.Number("general.alignment", (uint)alignment).Tensor("a", 0, 3).Tensor("b", 0, 5));

    [Fact]
    public void Cut_off_file_is_unscannable() => Assert.Equal(Verdict.Unscannable, Scanned.Bytes(GgufFile.Honest().Tensor("a", 0, 4096).Write()[..^4096]).Verdict);

    [Fact]
    public void Data_behind_the_last_tensor_is_SCA3005() => Assert.Contains(Rules.TrailingData, Scanned.Bytes([.. GgufFile.Honest().Write(), .. new byte[100]]).Doubts);

    // n_dims was used as an index before it was checked.
    [Fact]
    public void CVE_2024_21802_dimensions_beyond_the_array() => AssertLie(new GgufFile().Tensor("a", 0, 0, [1, 1, 1, 1, 1]));

    // count * size of an array overflowed.
    [Fact]
    public void CVE_2024_21825_array_of_texts_whose_size_overflows() => AssertLie(new GgufFile().Raw("a", GgufFile.List, new GgufFile().Item(GgufFile.Text).Count(0x1000000000000001)));

    [Fact]
    public void CVE_2024_21825_array_of_numbers_whose_size_overflows() => AssertLie(new GgufFile().Raw("a", GgufFile.List, new GgufFile().Item(GgufFile.U64).Count(0x2000000000000001)));

    // n_tensors * sizeof(gguf_tensor_info) overflowed.
    [Fact]
    public void CVE_2024_21836_number_of_tensors_overflows() => AssertLie(new GgufFile { Tensors = Huge });

    // length + 1 overflowed to 0.
    [Fact]
    public void CVE_2024_23496_length_of_a_text_overflows() => AssertLie(new GgufFile().Raw("a", GgufFile.Text, new GgufFile().Count(ulong.MaxValue)));

    // n_kv * sizeof(gguf_kv) overflowed.
    [Fact]
    public void CVE_2024_23605_number_of_entries_overflows() => AssertLie(new GgufFile { Entries = Huge });

    [Fact]
    public void CVE_2024_25664_unchecked_number_of_entries() => AssertLie(new GgufFile { Entries = 0x0555555555555556 });

    [Fact]
    public void CVE_2024_25665_unchecked_length_of_a_key()
    {
        var file = new GgufFile().Count(ulong.MaxValue - 1);
        file.Entries = 1;
        AssertLie(file);
    }

    [Fact]
    public void CVE_2024_25666_unchecked_number_of_tensors() => AssertLie(new GgufFile { Tensors = 0x02E8BA2E8BA2E8BB }.Add("a", "b"));

    [Fact]
    public void CVE_2024_25667_array_of_texts_larger_than_the_file() => AssertLie(new GgufFile().Raw("a", GgufFile.List, new GgufFile().Item(GgufFile.Text).Count(uint.MaxValue)));

    [Fact]
    public void CVE_2024_25668_list_of_a_type_that_does_not_exist() => AssertLie(new GgufFile().Raw("a", GgufFile.List, new GgufFile().Item(200).Count(1)));

    // A token's size_t length became a negative int.
    [Fact]
    public void CVE_2025_49847_token_of_more_than_two_gigabytes() => AssertLie(new GgufFile().Raw("tokenizer.ggml.tokens", GgufFile.List, new GgufFile().Item(GgufFile.Text).Count(1).Count(0x80000001)));

    // The sum of all padded tensor sizes overflowed (GHSA-vgg9-87g3-85w8).
    [Fact]
    public void CVE_2025_53630_sum_of_tensor_sizes_overflows() => AssertLie(new GgufFile().Tensor("a", 0, 0, [1UL << 40, 1UL << 20]).Tensor("b", 0, 1UL << 62, [1UL << 40, 1UL << 20]));

    // Four bytes of header and nothing else.
    [Fact]
    public void CVE_2024_39720_file_that_ends_within_its_header() => Assert.NotEqual(Verdict.Clean, Scanned.Bytes([.. "GGUF"u8, 3, 0, 0, 0]).Verdict);

    // Padding was computed modulo the alignment.
    [Theory]
    [InlineData(0u)]
    [InlineData(33u)]
    [InlineData(0x80000000u)]
    public void CVE_2025_0317_alignment_of_zero(uint alignment) => AssertLie(new GgufFile().Number("general.alignment", alignment).Tensor("a", 0, 4));

    [Fact]
    public void Dimensions_whose_product_overflows() => AssertLie(new GgufFile().Tensor("a", 0, 0, [1UL << 32, 1UL << 32]));

    [Fact]
    public void Negative_dimension() => AssertLie(new GgufFile().Tensor("a", 0, 0, [ulong.MaxValue]));

    [Fact]
    public void Rows_that_are_no_whole_blocks() => AssertLie(new GgufFile().Tensor("a", 2, 0, [33]).Data(new byte[64]));

    [Fact]
    public void Tensors_that_overlap() => AssertLie(new GgufFile().Tensor("a", 0, 0, [16]).Tensor("b", 0, 32, [16]).Data(new byte[128]));

    [Fact]
    public void Tensor_that_is_not_aligned() => AssertLie(new GgufFile().Tensor("a", 0, 4, [4]).Data(new byte[64]));

    [Fact]
    public void Tensor_beyond_the_file() => AssertLie(new GgufFile().Tensor("a", 0, 1UL << 40, [4]).Data(new byte[64]));

    [Fact]
    public void Tensor_described_twice() => AssertLie(new GgufFile().Tensor("a", 0, 4).Tensor("a", 0, 4));

    [Fact]
    public void Key_given_twice() => AssertLie(new GgufFile().Add("tokenizer.chat_template", "a").Add("tokenizer.chat_template", "b"));

    [Fact]
    public void Fewer_scores_than_tokens() => AssertLie(new GgufFile().Strings("tokenizer.ggml.tokens", "a", "b", "c")
        .Raw("tokenizer.ggml.scores", GgufFile.List, new GgufFile().Item(GgufFile.F32).Count(1).Bytes(new byte[4])));

    [Fact]
    public void Scores_of_another_type() => AssertLie(new GgufFile().Strings("tokenizer.ggml.tokens", "a").Strings("tokenizer.ggml.scores", "a"));

    [Fact]
    public void Vocabulary_that_is_a_number() => AssertLie(new GgufFile().Number("tokenizer.ggml.tokens", 7));

    [Fact]
    public void Value_of_a_type_that_does_not_exist() => AssertLie(new GgufFile().Raw("a", 13, new GgufFile()));

    [Fact]
    public void Gap_between_tensors_is_SCA3101() => AssertRefused(new GgufFile().Tensor("a", 0, 0, [8]).Tensor("b", 0, 96, [8]).Data(new byte[128]));

    [Fact]
    public void List_of_lists_is_SCA3101() => AssertRefused(new GgufFile().Raw("a", GgufFile.List, new GgufFile().Item(GgufFile.List).Count(1).Item(GgufFile.U8).Count(2).Bytes([1, 2])));

    [Fact]
    public void Lists_nested_without_end_are_SCA3006()
    {
        var value = new GgufFile();
        for (var depth = 0; depth < 1000; depth++)
            value.Item(GgufFile.List).Count(1);
        Assert.Contains(Rules.ResourceExhaustion, Scanned.Bytes(new GgufFile().Raw("a", GgufFile.List, value).Write()).Doubts);
    }

    [Fact]
    public void Name_longer_than_the_room_for_it_is_SCA3101() => AssertRefused(new GgufFile().Tensor(new string('a', 64), 0, 8));

    [Fact]
    public void Truth_value_of_two_is_SCA3101() => AssertRefused(new GgufFile().Raw("a", GgufFile.Bool, new GgufFile().Bytes([2])));

    [Fact]
    public void Part_beyond_the_count_of_parts_is_SCA3101() => AssertRefused(new GgufFile().Raw("split.no", 2, new GgufFile().Bytes([5, 0])).Raw("split.count", 2, new GgufFile().Bytes([3, 0])));

    [Fact]
    public void Quantization_nobody_knows_is_unscannable() => AssertVerdict(Verdict.Unscannable, new GgufFile().Tensor("a", 99, 0, [32]).Data(new byte[64]));

    [Fact]
    public void Program_in_a_tensor_is_SCA3007()
    {
        byte[] program = [.. "\u007fELF"u8, 2, 1, 1, 0, .. new byte[8], 3, 0, 62, 0, 1, 0, 0, 0, .. new byte[104]];
        Assert.Contains(Rules.EmbeddedExecutable, Scanned.Bytes(new GgufFile().Tensor("a", 24, 0, [(ulong)program.Length]).Data(program).Write()).Doubts);
    }

    [Fact]
    public void Pickle_in_the_metadata_is_SCA3102() =>
        Assert.Contains(Rules.MetadataCode, Scanned.Bytes(new GgufFile().Add("general.description", Convert.ToBase64String(Samples.TextPickle)).Write()).Doubts);

    [Fact]
    public void Mutated_files_neither_throw_nor_hang()
    {
        var random = new Random(3100);
        byte[][] samples = [GgufFile.Honest(1).Write(), GgufFile.Honest().Write(), GgufFile.Honest(3, true).Write()];
        for (var round = 0; round < 6000; round++)
        {
            var bytes = (byte[])samples[random.Next(samples.Length)].Clone();
            for (var changes = random.Next(1, 6); changes > 0; changes--)
                bytes[random.Next(bytes.Length)] = random.Next(3) switch { 0 => 0, 1 => 0xFF, _ => (byte)random.Next(256) };
            _ = Scanned.Bytes(random.Next(5) == 0 ? bytes[..random.Next(bytes.Length)] : bytes).Verdict;
        }
    }

    private static void AssertLie(GgufFile file)
    {
        var scanned = Scanned.Bytes(file.Write());
        Assert.True(scanned.Doubts.Contains(Rules.GgufLie), scanned.ToString());
        Assert.Equal(Verdict.Malicious, scanned.Verdict);
    }

    private static void AssertRefused(GgufFile file)
    {
        var scanned = Scanned.Bytes(file.Write());
        Assert.True(scanned.Doubts.Contains(Rules.GgufRefused), scanned.ToString());
        Assert.Equal(Verdict.Suspicious, scanned.Verdict);
    }

    private static void AssertVerdict(Verdict verdict, GgufFile file)
    {
        var scanned = Scanned.Bytes(file.Write());
        Assert.True(scanned.Verdict == verdict, scanned.ToString());
    }
}
