using SupplyChainAnalyzers.Core.Findings;
using SupplyChainAnalyzers.Scanner.Scanning;
using static SupplyChainAnalyzers.Core.Formats.ModelFormats;

namespace SupplyChainAnalyzers.Scanner.Tests.Scanning;

public class ExtensionCheckTests
{
    [Theory]
    [InlineData("m.onnx")]
    [InlineData("m.safetensors")]
    [InlineData("m.gguf")]
    [InlineData("m.h5")]
    [InlineData("m.txt")]
    [InlineData("m.json")]
    [InlineData("README.md")]
    [InlineData("m.png")]
    [InlineData("m.npy")]
    public void A_pickle_under_a_harmless_name_is_malicious(string name)
    {
        Assert.Contains(Scanned.Bytes(Samples.Pickle, name).Findings, static finding => finding.Rule == Rules.ExtensionMismatch && finding.Severity == Severity.High);
        Assert.Contains(Scanned.Bytes(Samples.PyTorch, name).Findings, static finding => finding.Rule == Rules.ExtensionMismatch && finding.Severity == Severity.High);
    }

    [Theory]
    [InlineData("m.bin")]
    [InlineData("m.pt")]
    [InlineData("m.pth")]
    [InlineData("m.ckpt")]
    [InlineData("m.model")]
    [InlineData("m.weights")]
    [InlineData("m.dat")]
    [InlineData("m.pkl")]
    [InlineData("model")]
    public void Open_names_promise_nothing(string name)
    {
        foreach (var bytes in (byte[][])[Samples.Pickle, Samples.PyTorch, Samples.SafeTensors, Samples.Onnx, Samples.Zip(("a", [1]))])
            Assert.DoesNotContain(Rules.ExtensionMismatch, Scanned.Bytes(bytes, name).Doubts);
    }

    [Fact]
    public void CVE_2025_1889_pickle_without_a_pickles_name() => Assert.Equal(Verdict.Malicious, Scanned.Bytes(Samples.Pickle, "config.json").Verdict);

    [Fact]
    public void Each_format_may_have_its_own_names()
    {
        Assert.True(ExtensionPromises.Allow(".JSON", XgBoost));
        Assert.True(ExtensionPromises.Allow(".txt", LightGbm));
        Assert.True(ExtensionPromises.Allow(".npz", NumPyZip));
        Assert.True(ExtensionPromises.Allow(".keras", Keras));
        Assert.False(ExtensionPromises.Allow(".onnx", SafeTensors));
    }
}
