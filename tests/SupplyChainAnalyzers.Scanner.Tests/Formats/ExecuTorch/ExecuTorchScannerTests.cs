using SupplyChainAnalyzers.Core.Findings;
using SupplyChainAnalyzers.Core.Formats;
using SupplyChainAnalyzers.Scanner.Formats.ExecuTorch;
using SupplyChainAnalyzers.Scanner.Input;
using SupplyChainAnalyzers.Scanner.Scanning;
using SupplyChainAnalyzers.Scanner.Tests.Formats.FlatBuffers;
using SupplyChainAnalyzers.Scanner.Tests.Formats.Graphs;
using SupplyChainAnalyzers.Scanner.Tests.Scanning;

namespace SupplyChainAnalyzers.Scanner.Tests.Formats.ExecuTorch;

public sealed class ExecuTorchScannerTests
{
    [Theory]
    [InlineData("aten::add", "XnnpackBackend", Verdict.Clean)]
    [InlineData("quantized_decomposed::add", "XnnpackBackend", Verdict.Clean)]
    [InlineData("mine::op", "XnnpackBackend", Verdict.Suspicious)]
    [InlineData("aten::add", "QnnBackend", Verdict.Unscannable)]
    public void Program_is_judged_by_operators_and_delegates(string operation, string @delegate, Verdict verdict) => Is(verdict, Program(operation, @delegate, 4));

    [Fact]
    public void Segment_outside_of_the_file_is_malicious() => Is(Verdict.Malicious, Program("aten::add", "XnnpackBackend", 1UL << 40));

    [Fact]
    public void Mutated_programs_never_stop_the_scanner() => Mutations.Run(
        [Program("aten::add", "XnnpackBackend", 4)],
        3000,
        static bytes => new ExecuTorchScanner().Scan(new MemorySource(bytes), ScanContext.ForFile("m.pte", new FindingSink(), Neighbours.None)));

    private static byte[] Program(string operation, string @delegate, ulong size) => FlatBuilder.File("ET12", new()
    {
        [1] = new object[]
        {
            new Dictionary<int, object>
            {
                [0] = "forward",
                [6] = new object[] { new Dictionary<int, object> { [0] = operation, [1] = "out" } },
                [7] = new object[] { new Dictionary<int, object> { [0] = @delegate } },
            },
        },
        [4] = new object[] { new Dictionary<int, object> { [0] = 8UL, [1] = size } },
    });

    private static void Is(Verdict verdict, byte[] model)
    {
        var scanned = Scanned.Bytes(model, "m.pte");
        Assert.True(scanned.Verdict == verdict && scanned.Format == ModelFormats.ExecuTorch, scanned.ToString());
    }
}
