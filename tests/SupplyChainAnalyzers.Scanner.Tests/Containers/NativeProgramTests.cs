using SupplyChainAnalyzers.Core.Findings;
using SupplyChainAnalyzers.Scanner.Containers;
using SupplyChainAnalyzers.Scanner.Input;
using SupplyChainAnalyzers.Scanner.Tests.Formats.Zip;
using SupplyChainAnalyzers.Scanner.Tests.Scanning;

namespace SupplyChainAnalyzers.Scanner.Tests.Containers;

public class NativeProgramTests
{
    public static TheoryData<byte[]> Programs => [NativePrograms.Elf, NativePrograms.Pe, NativePrograms.MachO];

    [Theory]
    [MemberData(nameof(Programs))]
    public void Program_under_the_name_of_a_model_is_malicious(byte[] program) => Assert.Equal(Verdict.Malicious, Scanned.Bytes(program).Verdict);

    [Fact]
    public void Library_with_the_name_of_one_is_suspicious() => Assert.Equal(Verdict.Suspicious, Scanned.Bytes(NativePrograms.Elf, "libop.so").Verdict);

    [Fact]
    public void Chance_makes_no_program()
    {
        var random = new Random(9);
        var bytes = new byte[4096];
        for (var round = 0; round < 20_000; round++)
        {
            random.NextBytes(bytes);
            "MZ"u8.CopyTo(bytes);
            Assert.Null(NativeProgram.Find(new MemorySource(bytes), 0));
        }
    }

    [Theory]
    [InlineData("a/b.txt", null)]
    [InlineData("a/../b.txt", null)]
    [InlineData("./a", null)]
    [InlineData("..a/b..", null)]
    [InlineData("../a", "climbs out of the folder")]
    [InlineData("a/..\\..\\b", "climbs out of the folder")]
    [InlineData("/a", "starts at the root of the disk")]
    [InlineData("d:a", "names a drive")]
    public void Path_is_judged_on_every_system(string path, string? way) => Assert.Equal(way, MemberPath.Escape(path));
}
