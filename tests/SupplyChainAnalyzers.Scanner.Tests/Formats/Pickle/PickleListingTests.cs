using SupplyChainAnalyzers.Scanner.Formats.Pickle;
using SupplyChainAnalyzers.Scanner.Input;

namespace SupplyChainAnalyzers.Scanner.Tests.Formats.Pickle;

public class PickleListingTests
{
    [Fact]
    public void Call_is_a_line_of_Python_with_its_place() => Assert.Equal(
        ["# pickle at offset 0", "from os import system  # offset 2", "v1 = os.system('id')  # offset 22", "return v1"],
        PickleListing.Lines(new MemorySource(Pickles.Call("os", "system", "id"))));

    [Fact]
    public void Object_and_its_state_are_shown() => Assert.Equal(
        ["# pickle at offset 0", "from a import B  # offset 0", "v1 = a.B.__new__(a.B)  # offset 6", "v1.__setstate__({'k': 7})  # offset 17", "return v1"],
        PickleListing.Lines(new MemorySource([.. Pickles.Global("a", "B"), (byte)')', 0x81, (byte)'}', .. Pickles.Str("k"), .. "K\u0007sb."u8])));

    [Fact]
    public void Every_pickle_of_the_file_is_listed() =>
        Assert.Equal(2, PickleListing.Lines(new MemorySource([.. Samples.Pickle, .. Samples.TextPickle])).Count(static line => line.StartsWith("# pickle at", StringComparison.Ordinal)));

    [Fact]
    public void Lines_are_limited_and_say_so()
    {
        byte[] calls = [.. Enumerable.Repeat(")R0cos\nsystem\n"u8.ToArray(), 50).SelectMany(static bytes => bytes)];
        var lines = PickleListing.Lines(new MemorySource([.. Pickles.Global("os", "system"), .. calls, .. "."u8]), 10).ToList();
        Assert.Contains("# and 41 more", lines);
    }

    [Fact]
    public void What_Python_refuses_is_an_exception() =>
        Assert.Contains("raise UnpicklingError  # offset 1: it takes more off the stack than lies there", PickleListing.Lines(new MemorySource([.. "N\u0085\u0086."u8[..1], 0x86, .. "."u8])));

    [Fact]
    public void Hostile_text_is_shown_inert() =>
        Assert.All(PickleListing.Lines(new MemorySource(Pickles.Call("o\u001b[31ms", "sy\u202estem", "a\nb\u0007"))), static line => Assert.DoesNotContain(line, static c => char.IsControl(c) || c == '\u202e'));
}
