using SupplyChainAnalyzers.Core.Findings;
using SupplyChainAnalyzers.Scanner.Formats;
using SupplyChainAnalyzers.Scanner.Formats.NumPy;
using SupplyChainAnalyzers.Scanner.Tests.Scanning;

namespace SupplyChainAnalyzers.Scanner.Tests.Formats.NumPy;

public class NumPyScannerTests
{
    [Theory]
    [InlineData("numbers.npy")]
    [InlineData("fields.npy")]
    [InlineData("texts.npy")]
    [InlineData("times.npy")]
    [InlineData("scalar.npy")]
    [InlineData("several.npy")]
    [InlineData("version2.npy")]
    [InlineData("objects.npy")]
    [InlineData("stored.npz")]
    [InlineData("deflated.npz")]
    [InlineData("objects.npz")]
    public void Array_that_NumPy_wrote_is_clean(string name) => Assert.Equal(Verdict.Clean, Scanned.Bytes(SampleFile.Read("containers", name), name).Verdict);

    [Fact]
    public void CVE_2019_6446_pickle_behind_an_object_array_is_judged()
    {
        Assert.Equal(Verdict.Malicious, Scanned.Bytes(Array("'|O'", "(1,)", Samples.TextPickle)).Verdict);
        Assert.Equal(Verdict.Malicious, Scanned.Bytes(Samples.Zip(("a.npy", Array("'|O'", "(1,)", Samples.TextPickle)))).Verdict);
        Assert.Equal(Verdict.Malicious, Scanned.Bytes(Samples.Zip(("a.npy", Samples.NumPy), ("b.npy", Samples.TextPickle))).Verdict);
    }

    [Theory]
    [InlineData("'object'")]
    [InlineData("'f4,O'")]
    [InlineData("[('a', '<f4'), ('b', [('c', '|O')])]")]
    [InlineData("('O', (2,))")]
    public void Other_spellings_of_objects_are_judged(string type) => Assert.Equal(Verdict.Malicious, Scanned.Bytes(Array(type, "(1,)", Samples.TextPickle)).Verdict);

    [Fact]
    public void Header_that_calls_something_is_malicious() => Assert.Equal(Verdict.Malicious, Scanned.Bytes(Array("__import__('os').system('true')", "(1,)", new byte[4])).Verdict);

    [Fact]
    public void Size_that_is_not_there_is_told() => Assert.Contains(Rules.ArrayHeader, Scanned.Bytes(Array("'<f4'", "(100,)", new byte[10])).Doubts);

    [Theory]
    [InlineData("(9223372036854775807, 9223372036854775807)")]
    [InlineData("(1000000, 1000000, 1000000)")]
    [InlineData("(-1,)")]
    public void Size_beyond_memory_is_told(string shape) => Assert.Contains(Rules.ResourceExhaustion, Scanned.Bytes(Array("'<f8'", shape, new byte[8])).Doubts);

    [Fact]
    public void Bytes_behind_the_array_are_told() => Assert.Contains(Rules.TrailingData, Scanned.Bytes(Array("'<f4'", "(1,)", new byte[40])).Doubts);

    [Theory]
    [InlineData("{'a': (1, 2L, -3), 'b': [True, False, None], \"c\": u'x\\n'}")]
    [InlineData("()")]
    [InlineData("(1,)")]
    [InlineData("'\\x41'")]
    public void Literals_are_read(string text) => Assert.NotNull(PythonLiteral.Parse(text));

    [Theory]
    [InlineData("f(1)")]
    [InlineData("{'a': 1")]
    [InlineData("(1 2)")]
    [InlineData("{1: 2}")]
    [InlineData("'open")]
    [InlineData("1 + 1")]
    [InlineData("99999999999999999999")]
    public void What_is_no_literal_is_damage(string text) => Assert.Throws<DamagedFileException>(() => PythonLiteral.Parse(text));

    [Fact]
    public void Depth_is_limited() => Assert.Throws<DamagedFileException>(() => PythonLiteral.Parse(new string('(', 100_000)));

    [Theory]
    [InlineData("<f4", 4L, false)]
    [InlineData("|b1", 1L, false)]
    [InlineData("<U10", 40L, false)]
    [InlineData("|S0", 0L, false)]
    [InlineData("<M8[ns]", 8L, false)]
    [InlineData(">c16", 16L, false)]
    [InlineData("|O", 8L, true)]
    [InlineData("O8", 8L, true)]
    [InlineData("<f3", null, true)]
    [InlineData("<<f4", null, true)]
    [InlineData("", null, true)]
    public void Types_are_understood(string code, long? size, bool hasObjects) => Assert.Equal(new ArrayType(size, hasObjects), ArrayType.Of(code));

    [Fact]
    public void Mutations_are_scanned_and_nothing_else()
    {
        var random = new Random(13);
        foreach (var name in new[] { "fields.npy", "objects.npy", "several.npy", "deflated.npz" })
        {
            for (var round = 0; round < 1_000; round++)
                Mutated.Scan(SampleFile.Read("containers", name), random, name);
        }
    }

    private static byte[] Array(string type, string shape, byte[] data)
    {
        var header = Samples.Text($"{{'descr': {type}, 'fortran_order': False, 'shape': {shape}, }}".PadRight(117) + "\n");
        return [0x93, .. Samples.Text("NUMPY"), 1, 0, (byte)header.Length, (byte)(header.Length >> 8), .. header, .. data];
    }
}
