using System.Text;
using SupplyChainAnalyzers.Core.Findings;
using SupplyChainAnalyzers.Scanner.Judging;
using SupplyChainAnalyzers.Scanner.Tests.Scanning;

namespace SupplyChainAnalyzers.Scanner.Tests.Judging;

public class MarshalJudgeTests
{
    [Fact]
    public void Code_that_starts_programs_is_sure()
    {
        var signs = MarshalJudge.Find(SampleFile.Read("marshal", "harmful.marshal"));
        Assert.NotNull(signs);
        Assert.Contains(signs, static sign => sign is { IsSure: true, Symbol: "os.system" });
        Assert.Contains(signs, static sign => sign is { IsSure: true, Symbol: "subprocess.Popen" });
    }

    [Fact]
    public void Code_that_computes_gives_nothing() => Assert.Empty(MarshalJudge.Find(SampleFile.Read("marshal", "harmless.marshal"))!);

    [Theory]
    [InlineData(4, 6, 1)]
    [InlineData(5, 6, 1)]
    [InlineData(6, 6, 1)]
    [InlineData(5, 6, 2)]
    public void Code_of_each_version_is_read(int numbers, int before, int after) =>
        Assert.Contains(MarshalJudge.Find(CodeOf(numbers, before, after, "os", "system"))!, static sign => sign.Symbol == "os.system");

    [Fact]
    public void Names_given_as_text_are_found() =>
        Assert.Contains(MarshalJudge.Find(CodeOf(5, 6, 2, "__import__", "run"))!, static sign => sign.IsSure);

    [Fact]
    public void Other_data_is_no_code()
    {
        Assert.Null(MarshalJudge.Find([]));
        Assert.Null(MarshalJudge.Find("(\x02\0\0\0N"u8));
        Assert.Null(MarshalJudge.Find(Encoding.Latin1.GetBytes(new string(')', 100_000))));
        Assert.Null(MarshalJudge.Find(Encoding.Latin1.GetBytes("\xa9\x01" + new string('a', 10))));
    }

    [Fact]
    public void Compiled_Python_beside_a_model_is_judged()
    {
        Assert.Equal(Verdict.Malicious, Scanned.Bytes(SampleFile.Read("marshal", "harmful.pyc"), "x.pyc").Verdict);
        Assert.Equal(Verdict.Suspicious, Scanned.Bytes(SampleFile.Read("marshal", "harmless.pyc"), "x.pyc").Verdict);
    }

    [Fact]
    public void Mutations_never_end_in_a_fault_of_ours()
    {
        byte[][] seeds = [SampleFile.Read("marshal", "harmful.marshal"), SampleFile.Read("marshal", "harmless.marshal"), CodeOf(4, 6, 1, "os", "system")];
        var random = new Random(5);
        for (var round = 0; round < 6000; round++)
        {
            var bytes = (byte[])seeds[random.Next(seeds.Length)].Clone();
            for (var change = random.Next(1, 8); change > 0; change--)
                bytes[random.Next(bytes.Length)] = random.Next(2) == 0 ? (byte)random.Next(256) : (byte)"crsit()[]{<>uzZaAR:l"[random.Next(20)];
            MarshalJudge.Find(bytes.AsSpan(0, random.Next(1, bytes.Length + 1)));
        }
    }

    private static byte[] CodeOf(int numbers, int before, int after, params string[] names)
    {
        byte[] empty = [(byte)'(', .. Samples.U32(0)];
        byte[] tuple = [(byte)'(', .. Samples.U32((uint)names.Length), .. names.SelectMany(static name => (byte[])[(byte)'u', .. Samples.U32((uint)name.Length), .. Samples.Text(name)])];
        byte[] code = [(byte)'s', .. Samples.U32(2), 1, 2];
        return [(byte)'c', .. new byte[4 * numbers], .. code, .. empty, .. tuple, .. Enumerable.Repeat(empty, before - 1).SelectMany(static part => part), .. Samples.U32(1), .. Enumerable.Repeat(code, after).SelectMany(static part => part)];
    }
}
