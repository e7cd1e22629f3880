using System.Text;
using SupplyChainAnalyzers.Core.Findings;
using SupplyChainAnalyzers.Scanner.Tests.Scanning;

namespace SupplyChainAnalyzers.Scanner.Tests.Formats.Pickle;

/// <summary>Pickles in constants that nothing takes.</summary>
public class PickleInPickleTests
{
    private static readonly byte[] Calling = [0x80, 2, .. "cbuiltins\nprint\nX"u8, 2, 0, 0, 0, .. "hi"u8, 0x85, .. "R."u8];

    private static readonly byte[] Dangerous = [0x80, 2, .. "cos\nsystem\nX"u8, 2, 0, 0, 0, .. "id"u8, 0x85, .. "R."u8];

    private static readonly byte[] Data = [0x80, 2, .. "]("u8, .. Enumerable.Repeat(new byte[] { (byte)'K', 1 }, 20).SelectMany(static two => two), .. "e."u8];

    [Fact]
    public void Raw_pickle_that_calls_is_suspicious() => Assert.Equal(Verdict.Suspicious, Scanned.Bytes(InBytes(Calling), "m.pkl").Verdict);

    [Fact]
    public void Pickle_in_base64_that_calls_is_suspicious() => Assert.Contains(Rules.PickleInPickle, Scanned.Bytes(InText(Convert.ToBase64String(Calling)), "m.pkl").Doubts);

    [Fact]
    public void Pickle_in_hexadecimal_that_calls_is_suspicious() => Assert.Contains(Rules.PickleInPickle, Scanned.Bytes(InText(Convert.ToHexStringLower(Calling)), "m.pkl").Doubts);

    [Fact]
    public void Dangerous_pickle_is_malicious_wherever_it_lies()
    {
        Assert.Equal(Verdict.Malicious, Scanned.Bytes(InBytes(Dangerous), "m.pkl").Verdict);
        Assert.Equal(Verdict.Malicious, Scanned.Bytes(InText(Convert.ToBase64String(Dangerous)), "m.pkl").Verdict);
    }

    [Fact]
    public void Pickle_in_a_pickle_in_a_pickle_is_found() =>
        Assert.Equal(Verdict.Malicious, Scanned.Bytes(InBytes(InText(Convert.ToBase64String(InBytes(Dangerous)))), "m.pkl").Verdict);

    [Fact]
    public void Pickle_in_a_long_text_is_found()
    {
        byte[] padded = [0x80, 2, .. "X"u8, .. BitConverter.GetBytes(9000), .. Enumerable.Repeat((byte)'a', 9000), .. "0"u8, .. Dangerous.AsSpan(2)];
        Assert.Equal(Verdict.Malicious, Scanned.Bytes(InText(Convert.ToBase64String(padded)), "m.pkl").Verdict);
    }

    [Fact]
    public void Pickled_data_in_a_pickle_is_clean()
    {
        Assert.Equal(Verdict.Clean, Scanned.Bytes(InBytes(Data), "m.pkl").Verdict);
        Assert.Equal(Verdict.Clean, Scanned.Bytes(InText(Convert.ToBase64String(Data)), "m.pkl").Verdict);
    }

    [Fact]
    public void Bytes_that_only_begin_so_are_clean() => Assert.Equal(Verdict.Clean, Scanned.Bytes(InBytes([0x80, 4, .. new byte[500]]), "m.pkl").Verdict);

    private static byte[] InBytes(byte[] inner) => [0x80, 3, .. "}X"u8, 1, 0, 0, 0, .. "aB"u8, .. BitConverter.GetBytes(inner.Length), .. inner, .. "s."u8];

    private static byte[] InText(string inner) => [0x80, 3, .. "}X"u8, 1, 0, 0, 0, .. "aX"u8, .. BitConverter.GetBytes(inner.Length), .. Encoding.ASCII.GetBytes(inner), .. "s."u8];
}
