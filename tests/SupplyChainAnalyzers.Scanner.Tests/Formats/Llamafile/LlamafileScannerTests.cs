using SupplyChainAnalyzers.Core.Findings;
using SupplyChainAnalyzers.Scanner.Tests.Scanning;

namespace SupplyChainAnalyzers.Scanner.Tests.Formats.Llamafile;

public class LlamafileScannerTests
{
    private static readonly byte[] Program = [.. Samples.Text("MZqFpD='\n"), .. new byte[500]];

    [Fact]
    public void Program_with_weights_is_suspicious() => Assert.Equal(Verdict.Suspicious, Scanned.Bytes([.. Program, .. Samples.Zip(("model.gguf", Samples.Gguf), (".args", Samples.Text("-m\nmodel.gguf\n")))], "m.llamafile").Verdict);

    [Fact]
    public void Payload_among_its_members_is_malicious() => Assert.Equal(Verdict.Malicious, Scanned.Bytes([.. Program, .. Samples.Zip(("model.gguf", Samples.TextPickle))], "m.llamafile").Verdict);
}
