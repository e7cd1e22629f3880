using SupplyChainAnalyzers.Core.Findings;
using SupplyChainAnalyzers.Core.Formats;
using SupplyChainAnalyzers.Scanner.Formats.Onnx;
using SupplyChainAnalyzers.Scanner.Input;
using SupplyChainAnalyzers.Scanner.Scanning;
using SupplyChainAnalyzers.Scanner.Tests.Formats.Graphs;

namespace SupplyChainAnalyzers.Scanner.Tests.Formats.Onnx;

public sealed class OnnxFuzzTests
{
    [Fact]
    public void Mutated_models_never_stop_the_scanner() =>
        Mutations.Run(
            Directory.GetFiles(Path.Combine(AppContext.BaseDirectory, "Samples", "onnx"), "*.onnx").Select(File.ReadAllBytes).ToArray(),
            4000,
            static bytes => new OnnxScanner().Scan(new MemorySource(bytes), ScanContext.ForFile("m.onnx", new FindingSink(), Neighbours.None)));

    [ZooFact]
    public void Zoo_of_models_is_clean()
    {
        Assert.All(Directory.GetFiles(ZooFactAttribute.Folder!, "*.onnx"), static path =>
        {
            var scanned = Scanning.Scanned.Bytes(File.ReadAllBytes(path), Path.GetFileName(path));
            Assert.True(scanned is { Verdict: Verdict.Clean } && scanned.Format == ModelFormats.Onnx, path + scanned);
        });
    }
}
