using SupplyChainAnalyzers.Core.Findings;
using SupplyChainAnalyzers.Scanner.Tests.Scanning;

namespace SupplyChainAnalyzers.Scanner.Tests.Formats.Torch7;

public class Torch7ScannerTests
{
    [Fact]
    public void Weights_are_clean() => Is(Verdict.Clean, Network([]));

    [Fact]
    public void Lua_function_is_SCA3163() => Is(Verdict.Suspicious, Network([(Text("f"), Function("\u001bLJ something"))]), Rules.EvaluatedValue);

    [Theory]
    [InlineData("os\0execute\0id")]
    [InlineData("io\0popen\0id")]
    [InlineData("loadstring")]
    public void Lua_function_that_runs_programs_is_malicious(string names) => Is(Verdict.Malicious, Network([(Text("f"), Function("\u001bLJ" + names))]), Rules.EvaluatedValue);

    [Fact]
    public void Class_nobody_knows_is_unscannable() => Is(Verdict.Unscannable, Object(1, "nn.Sequential", Object(2, "own.Thing", Number())));

    [Fact]
    public void Values_nested_without_end_are_bounded()
    {
        byte[] nested = [.. Enumerable.Range(10, 5000).SelectMany(static index => (byte[])[.. I32(3), .. I32(index), .. I32(1)])];
        Is(Verdict.Malicious, Object(1, "nn.Sequential", nested.Concat(new byte[50_000]).ToArray()), Rules.ResourceExhaustion);
    }

    [Fact]
    public void Text_form_is_unscannable() => Assert.Equal(Verdict.Unscannable, Scanned.Bytes(Samples.Text("4\n1\n3\nV 1\n13\nnn.Sequential\n3\n2\n0\n")).Verdict);

    [Fact]
    public void Mutated_files_neither_throw_nor_hang()
    {
        var random = new Random(3165);
        var sample = Network([(Text("f"), Function("\u001bLJ"))]);
        for (var round = 0; round < 4000; round++)
        {
            var bytes = (byte[])sample.Clone();
            for (var changes = random.Next(1, 5); changes > 0; changes--)
                bytes[random.Next(15, bytes.Length)] = random.Next(2) == 0 ? (byte)random.Next(9) : (byte)random.Next(256);
            _ = Scanned.Bytes(random.Next(5) == 0 ? bytes[..random.Next(bytes.Length)] : bytes).Verdict;
        }
    }

    private static byte[] Network((byte[] Key, byte[] Value)[] more)
    {
        byte[] tensor = Object(3, "torch.FloatTensor", [.. I32(1), .. Samples.U64(4), .. Samples.U64(1), .. Samples.U64(1), .. Object(4, "torch.FloatStorage", [.. Samples.U64(4), .. new byte[16]])]);
        (byte[], byte[])[] pairs = [(Text("weight"), tensor), (Text("gradient"), [.. I32(4), .. I32(3)]), (Text("train"), [.. I32(5), .. I32(0)]), (Text("n"), Number()), .. more];
        return Object(1, "nn.Sequential", [.. I32(3), .. I32(2), .. I32(pairs.Length), .. pairs.SelectMany(static pair => (byte[])[.. pair.Item1, .. pair.Item2])]);
    }

    private static byte[] Object(int index, string name, byte[] content) => [.. I32(4), .. I32(index), .. I32(3), .. "V 1"u8, .. I32(name.Length), .. Samples.Text(name), .. content];

    private static byte[] Function(string code) => [.. I32(8), .. I32(99), .. I32(code.Length), .. Samples.Text(code), .. I32(0)];

    private static byte[] Text(string text) => [.. I32(2), .. I32(text.Length), .. Samples.Text(text)];

    private static byte[] Number() => [.. I32(1), .. new byte[8]];

    private static byte[] I32(int value) => BitConverter.GetBytes(value);

    private static void Is(Verdict verdict, byte[] bytes, Rule? rule = null)
    {
        var scanned = Scanned.Bytes(bytes, "model.t7");
        Assert.Equal("torch7", scanned.Format.Id);
        Assert.True(scanned.Verdict == verdict, scanned.ToString());
        if (rule is not null)
            Assert.Contains(rule, scanned.Doubts);
    }
}
