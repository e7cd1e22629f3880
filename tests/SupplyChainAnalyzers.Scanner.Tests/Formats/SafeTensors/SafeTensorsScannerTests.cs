using System.Text;
using SupplyChainAnalyzers.Core.Findings;
using SupplyChainAnalyzers.Scanner.Tests.Scanning;

namespace SupplyChainAnalyzers.Scanner.Tests.Formats.SafeTensors;

public class SafeTensorsScannerTests
{
    private const string Honest = """{"__metadata__":{"format":"pt"},"a":{"dtype":"F32","shape":[2,2],"data_offsets":[0,16]},"b":{"dtype":"U8","shape":[],"data_offsets":[16,17]}}""";

    [Theory]
    [InlineData(Honest, 17)]
    [InlineData("""{"b":{"data_offsets":[4,6],"dtype":"BF16","shape":[1]},"a":{"dtype":"F8_E4M3","shape":[4],"data_offsets":[0,4]}}      """, 6)]
    [InlineData("""{"a":{"dtype":"F4","shape":[4],"data_offsets":[0,2]}}""", 2)]
    [InlineData("""{"a":{"dtype":"F32","shape":[0,9223372036854775807],"data_offsets":[0,0]}}""", 0)]
    [InlineData("""{"__metadata__":{"ss_tag_frequency":"{\"cat\": {\"1girl\": 3}}","modelspec.thumbnail":"data:image/jpeg;base64,/9j/4AAQ","ss_url":"https://example.org/x"}}""", 0)]
    [InlineData("{}", 0)]
    public void Honest_file_is_clean(string header, int data) => AssertDoubts(Samples.SafeTensorsOf(header, new byte[data]));

    [Theory]
    [InlineData("""{"a":{"dtype":"F32","shape":[2,2],"data_offsets":[0,12]}}""")] // shape says 16
    [InlineData("""{"a":{"dtype":"F32","shape":[4611686018427387904,4],"data_offsets":[0,17]}}""")] // 2^66 bits
    [InlineData("""{"a":{"dtype":"F32","shape":[-1],"data_offsets":[0,17]}}""")]
    [InlineData("""{"a":{"dtype":"F32","shape":[1.5],"data_offsets":[0,17]}}""")]
    [InlineData("""{"a":{"dtype":"U8","shape":[17],"data_offsets":[17,0]}}""")]
    [InlineData("""{"a":{"dtype":"U8","shape":[17],"data_offsets":[-1,16]}}""")]
    [InlineData("""{"a":{"dtype":"U8","shape":[17],"data_offsets":[0,18446744073709551615]}}""")]
    [InlineData("""{"a":{"dtype":"U8","shape":[17],"data_offsets":[0]}}""")]
    [InlineData("""{"a":{"dtype":"U8","shape":"17","data_offsets":[0,17]}}""")]
    [InlineData("""{"a":{"dtype":"U8","shape":[17]}}""")]
    [InlineData("""{"a":{"shape":[17],"data_offsets":[0,17]}}""")]
    [InlineData("""{"a":{"dtype":"U8","shape":[17],"data_offsets":[0,17]},"a":{"dtype":"U8","shape":[17],"data_offsets":[0,17]}}""")]
    [InlineData("""{"a":{"dtype":"U8","shape":[10],"data_offsets":[0,10]},"b":{"dtype":"U8","shape":[9],"data_offsets":[8,17]}}""")] // overlap
    [InlineData("""{"a":{"dtype":"U8","shape":[8000000000],"data_offsets":[0,8000000000]}}""")] // 8 GB described, 17 bytes there
    [InlineData("""{"a":{"dtype":"U8","shape":[17],"data_offsets":[8000000000,8000000017]}}""")]
    [InlineData("""{"a":{"dtype":"U8","dtype":"I8","shape":[17],"data_offsets":[0,17]}}""")]
    public void Lie_is_SCA3110(string header) => Assert.Contains(Rules.SafeTensorsLie, Scan(header, 17).Doubts);

    [Theory]
    [InlineData("""{"a":{"dtype":"U8","shape":[8],"data_offsets":[0,8]},"b":{"dtype":"U8","shape":[8],"data_offsets":[9,17]}}""")] // hole
    [InlineData("""{"a":{"dtype":"U8","shape":[8],"data_offsets":[9,17]}}""")]
    [InlineData("""{"__metadata__":{"a":1},"a":{"dtype":"U8","shape":[17],"data_offsets":[0,17]}}""")]
    [InlineData("""{"__metadata__":{"a":"1","a":"2"},"a":{"dtype":"U8","shape":[17],"data_offsets":[0,17]}}""")]
    [InlineData("""{"a":{"dtype":"U8","shape":[17],"data_offsets":[0,17],"code":"x"}}""")]
    [InlineData("""{"a":{"dtype":"Q9","shape":[17],"data_offsets":[0,17]}}""")]
    public void What_the_reference_reader_refuses_is_SCA3111(string header)
    {
        var scanned = Scan(header, 17);
        Assert.True(scanned.Doubts.Contains(Rules.SafeTensorsRefused), scanned.ToString());
        Assert.Equal(Verdict.Suspicious, scanned.Verdict);
    }

    [Theory]
    [InlineData("""{"a":{"dtype":"U8","shape":[17],"data_offsets":[0,17]}}x""")]
    [InlineData("""{"a":{"dtype":"U8","shape":[17],"data_offsets":[0,17]},}""")]
    [InlineData("""{"a":{"dtype":"U8","shape":[17],"data_offsets":[0,17]}""")]
    [InlineData("""{"__metadata__":[],"a":{"dtype":"U8","shape":[17],"data_offsets":[0,17]}}""")]
    [InlineData("""{"a":{"dtype":"U8","shape":[017],"data_offsets":[0,17]}}""")]
    [InlineData("""{"a":{"dtype":"U8","shape":[17],"data_offsets":[0,17]},"b\ud800":{}}""")]
    public void Header_that_is_no_JSON_is_not_clean(string header) => Assert.NotEqual(Verdict.Clean, Scan(header, 17).Verdict);

    [Fact]
    public void Header_with_invalid_UTF8_is_not_clean()
    {
        var bytes = Samples.SafeTensorsOf(Honest, new byte[17]);
        bytes[bytes.AsSpan().IndexOf("pt"u8)] = 0xFF;
        Assert.NotEqual(Verdict.Clean, Scanned.Bytes(bytes).Verdict);
    }

    [Theory]
    [InlineData(ulong.MaxValue)]
    [InlineData(1UL << 40)]
    [InlineData(1000UL)]
    public void False_header_length_is_SCA3110(ulong length)
    {
        var bytes = Samples.SafeTensorsOf(Honest, new byte[17]);
        Samples.U64(length).CopyTo(bytes, 0);
        Assert.Contains(Rules.SafeTensorsLie, Scanned.Bytes(bytes, "model.safetensors").Doubts);
    }

    [Fact]
    public void Cut_off_file_is_unscannable() =>
        Assert.Equal(Verdict.Unscannable, Scan("""{"a":{"dtype":"U8","shape":[9000],"data_offsets":[0,9000]}}""", 5000).Verdict);

    [Fact]
    public void File_too_small_to_be_cut_off_is_SCA3110() => Assert.Contains(Rules.SafeTensorsLie, Scan(Honest, 10).Doubts);

    [Fact]
    public void Data_behind_the_last_tensor_is_SCA3005() => Assert.Contains(Rules.TrailingData, Scan(Honest, 30).Doubts);

    [Fact]
    public void Program_in_a_tensor_is_SCA3007() => AssertTensor([.. "\u007fELF"u8, 2, 1, 1, 0, .. new byte[8], 3, 0, 62, 0, 1, 0, 0, 0, .. new byte[100]], Rules.EmbeddedExecutable);

    [Fact]
    public void Archive_in_a_tensor_is_SCA3112() => AssertTensor(Samples.PyTorch, Rules.ForeignTensor);

    [Fact]
    public void Pickle_in_a_tensor_is_SCA3112() => AssertTensor([.. Samples.TextPickle, .. new byte[100]], Rules.ForeignTensor);

    [Fact]
    public void Pickle_in_a_gap_is_SCA3112()
    {
        byte[] data = [.. new byte[8], .. Samples.TextPickle, .. new byte[8]];
        var header = $$$"""{"a":{"dtype":"U8","shape":[8],"data_offsets":[0,8]},"b":{"dtype":"U8","shape":[8],"data_offsets":[{{{data.Length - 8}}},{{{data.Length}}}]}}""";
        Assert.Contains(Rules.ForeignTensor, Scanned.Bytes(Samples.SafeTensorsOf(header, data)).Doubts);
    }

    [Fact]
    public void Pickle_in_the_metadata_is_SCA3102()
    {
        var header = $$$"""{"__metadata__":{"init":"{{{Convert.ToBase64String(Samples.TextPickle)}}}"}}""";
        Assert.Contains(Rules.MetadataCode, Scan(header, 0).Doubts);
    }

    [Fact]
    public void Hundreds_of_thousands_of_tensors_are_read_in_a_stream()
    {
        var header = new StringBuilder("{");
        for (var i = 0; i < 300_000; i++)
            header.Append(System.Globalization.CultureInfo.InvariantCulture, $"\"model.layers.{i}.weight\":{{\"dtype\":\"U8\",\"shape\":[1],\"data_offsets\":[{i},{i + 1}]}},");
        var bytes = Samples.SafeTensorsOf(header.ToString(0, header.Length - 1) + "}", new byte[300_000]);
        AssertDoubts(bytes);
    }

    [Fact]
    public void Half_a_million_tensors_are_the_most()
    {
        var entries = string.Join(',', Enumerable.Range(0, 500_001).Select(static i => $$$"""
            "{{{i}}}":{"dtype":"U8","shape":[0],"data_offsets":[0,0]}
            """));
        Assert.NotEqual(Verdict.Clean, Scan("{" + entries + "}", 0).Verdict);
    }

    [Fact]
    public void Random_weights_are_clean()
    {
        var random = new Random(3110);
        for (var round = 0; round < 300; round++)
        {
            var (header, data) = Write(random);
            AssertDoubts(Samples.SafeTensorsOf(header, data));
        }
    }

    [Fact]
    public void Mutated_files_neither_throw_nor_hang()
    {
        var random = new Random(3111);
        for (var round = 0; round < 4000; round++)
        {
            var (header, data) = Write(random);
            var bytes = Samples.SafeTensorsOf(header, data);
            for (var changes = random.Next(1, 5); changes > 0; changes--)
                bytes[random.Next(random.Next(2) == 0 ? bytes.Length : Math.Min(bytes.Length, 8 + header.Length))] = (byte)random.Next(256);
            _ = Scanned.Bytes(random.Next(5) == 0 ? bytes[..random.Next(bytes.Length)] : bytes).Verdict;
        }
    }

    private static (string Header, byte[] Data) Write(Random random)
    {
        (string Name, int Size)[] types = [("F32", 4), ("BF16", 2), ("I64", 8), ("U8", 1), ("BOOL", 1)];
        var entries = new List<string>();
        var offset = 0;
        for (var i = random.Next(1, 8); i > 0; i--)
        {
            var (type, size) = types[random.Next(types.Length)];
            int[] shape = [.. Enumerable.Range(0, random.Next(4)).Select(_ => random.Next(5))];
            var length = shape.Aggregate(size, static (a, b) => a * b);
            entries.Add($$"""
                "t{{i}}":{"dtype":"{{type}}","shape":[{{string.Join(',', shape)}}],"data_offsets":[{{offset}},{{offset + length}}]}
                """.Trim());
            offset += length;
        }

        var data = new byte[offset];
        random.NextBytes(data);
        return ("{" + string.Join(',', entries) + "}" + new string(' ', random.Next(8)), data);
    }

    private static Scanned Scan(string header, int data) => Scanned.Bytes(Samples.SafeTensorsOf(header, new byte[data]));

    private static void AssertTensor(byte[] content, Rule rule)
    {
        var header = $$$"""{"a":{"dtype":"U8","shape":[{{{content.Length}}}],"data_offsets":[0,{{{content.Length}}}]},"b":{"dtype":"U8","shape":[64],"data_offsets":[{{{content.Length}}},{{{content.Length + 64}}}]}}""";
        Assert.Contains(rule, Scanned.Bytes(Samples.SafeTensorsOf(header, [.. content, .. new byte[64]])).Doubts);
    }

    private static void AssertDoubts(byte[] bytes)
    {
        var scanned = Scanned.Bytes(bytes);
        Assert.True(scanned.Verdict == Verdict.Clean, scanned.ToString());
        Assert.Equal("safetensors", scanned.Format.Id);
    }
}
