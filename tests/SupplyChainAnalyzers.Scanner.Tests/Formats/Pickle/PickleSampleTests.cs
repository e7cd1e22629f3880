using SupplyChainAnalyzers.Core.Findings;
using SupplyChainAnalyzers.Scanner.Tests.Scanning;

namespace SupplyChainAnalyzers.Scanner.Tests.Formats.Pickle;

/// <summary>Files that Python, NumPy, SciPy, pandas, scikit-learn, joblib, torch, dill and cloudpickle wrote (Samples/pickle/make.py).</summary>
public class PickleSampleTests
{
    public static TheoryData<string> Benign => Files("benign");

    public static TheoryData<string> Malicious => Files("malicious");

    [Theory]
    [MemberData(nameof(Benign))]
    public void What_honest_tools_write_is_clean(string name)
    {
        var scanned = Scan("benign", name);
        Assert.True(scanned.Verdict == Verdict.Clean, scanned.ToString());
    }

    [Theory]
    [MemberData(nameof(Malicious))]
    public void Code_in_the_same_wrapping_is_malicious(string name)
    {
        var scanned = Scan("malicious", name);
        Assert.True(scanned.Verdict == Verdict.Malicious, scanned.ToString());
    }

    [Theory]
    [InlineData("torch-state.pt", true)]
    [InlineData("torch-state.legacy.pt", true)]
    [InlineData("torch-module.pt", false)]
    public void Checkpoint_says_how_to_open_it(string name, bool onlyTensors)
    {
        var note = Assert.Single(Scan("benign", name).Findings, static finding => finding.Rule == Rules.SafeWayToOpenPickle);
        Assert.Equal(onlyTensors, note.Message.Contains("--to safetensors", StringComparison.Ordinal));
        Assert.Equal(Severity.Info, note.Severity);
    }

    private static Scanned Scan(string folder, string name) => Scanned.Bytes(File.ReadAllBytes(Path.Combine(Folder(folder), name)), name);

    private static string Folder(string name) => Path.Combine(AppContext.BaseDirectory, "Samples", "pickle", name);

    private static TheoryData<string> Files(string folder) => [.. Directory.GetFiles(Folder(folder)).Select(static path => Path.GetFileName(path)!).Order(StringComparer.Ordinal)];
}
