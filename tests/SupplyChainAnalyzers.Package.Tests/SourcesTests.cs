using SupplyChainAnalyzers.Package.Tests.Harness;

namespace SupplyChainAnalyzers.Package.Tests;

/// <summary>What a build says of files beside C#: settings, Python, notebooks and lists of packages.</summary>
[Collection(PackedOnce.Name)]
public class SourcesTests(PackedPackage package)
{
    private const string Settings = "{\n  \"Detector\": { \"ModelUrl\": \"http://models.acme.example/m.onnx\" }\n}\n";
    private const string Requirements = "torch==2.4.0\ntransformrs==4.44.0\n";
    private const string Script = "import torch\ntorch.load('a.pt')\n";
    private const string Notebook = "{\n \"cells\": [ { \"cell_type\": \"code\", \"source\": [\n  \"!pip install deepseekai\\n\",\n  \"import torch\\n\",\n  \"torch.load('a.pt')\"\n ] } ]\n}\n";

    // What the compiler reports has no end.
    private static readonly string[] Expected =
    [
        "message SCA1080 requirements.txt(2,1,2,12)",
        "warning SCA1005 appsettings.json(2,30,0,0)",
        "warning SCA1024 Train.ipynb(5,4,5,14)",
        "warning SCA1024 load.py(2,1,2,11)",
        "warning SCA1081 Train.ipynb(3,17,3,27)",
    ];

    [Fact]
    public void Every_kind_of_file_is_reported_at_its_place_in_every_build()
    {
        var solution = new TestSolution(package);
        solution.Project("App");
        solution.Write("App/appsettings.json", Settings);
        solution.Write("App/requirements.txt", Requirements);
        solution.Write("App/load.py", Script);
        solution.Write("App/Train.ipynb", Notebook);

        // What changed a moment ago is not remembered.
        Thread.Sleep(TimeSpan.FromSeconds(3));

        var first = solution.Build("build", "App").Succeeds();
        var second = solution.Build("build", "App", "--no-restore").Succeeds();

        Assert.Equal(Expected, Briefs(first));
        Assert.Contains("sources: 3, read", first.Messages);
        // The settings are the compiler's to report, and it does not run when nothing changed.
        Assert.Equal(Expected.Where(static brief => !brief.Contains("appsettings", StringComparison.Ordinal)), Briefs(second));
        if (OperatingSystem.IsLinux())
            Assert.Contains("sources: 3, unchanged", second.Messages);
    }

    private static IEnumerable<string> Briefs(BuildResult build) => build.Findings.Select(static finding => finding.Brief).Order(StringComparer.Ordinal);
}
