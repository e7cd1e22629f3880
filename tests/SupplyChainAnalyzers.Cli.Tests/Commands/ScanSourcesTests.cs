using SupplyChainAnalyzers.Core.Json;

namespace SupplyChainAnalyzers.Cli.Tests.Commands;

/// <summary>What <c>models scan</c> says of scripts and container files beside models.</summary>
public sealed class ScanSourcesTests
{
    private static readonly byte[] Python = [.. "import torch\ntorch.load('a.pt')\n"u8];
    private static readonly byte[] Trusting = [.. "f(\n  trust_remote_code=True)\n"u8];
    private static readonly byte[] Dockerfile = [.. "FROM a\nRUN hf download acme/bert\n"u8];

    [Fact]
    public void Text_names_line_and_column()
    {
        using var folder = new CliFolder().Write("m/app.py", Python).Write("m/Dockerfile", Dockerfile);
        var lines = folder.Run("scan", "m").Ended(0).Out.TrimEnd('\n').Split('\n');
        Assert.Contains(lines, static line => line.StartsWith("m/Dockerfile(2,17): message SCA1060: 'acme/bert' is loaded without a revision", StringComparison.Ordinal));
        Assert.Contains(lines, static line => line.StartsWith("m/app.py(2,1): warning SCA1024: torch.load without weights_only=True", StringComparison.Ordinal));
        Assert.StartsWith("2 files (", lines[^1], StringComparison.Ordinal);
        Assert.EndsWith(": nothing found inside, 2 findings about what scripts and settings load", lines[^1], StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("strict", 1)]
    [InlineData("default", 0)]
    [InlineData("audit", 0)]
    public void Only_what_the_mode_makes_an_error_fails(string mode, int exitCode)
    {
        using var folder = new CliFolder().Write("m/app.py", Trusting);
        var result = folder.Run("scan", "m", "--mode", mode, "--format", "json").Ended(exitCode);
        Assert.Equal("clean", JsonReader.Parse(result.Out, JsonLimits.Default).Root!.Find("results")!.Items.Single().Find("verdict")!.StringValue);
    }

    [Fact]
    public void Json_has_every_source_and_the_results_stay_as_they_are()
    {
        using var folder = new CliFolder().Write("m/app.py", Python).Write("m/clean.sh", [.. "echo\n"u8]).Write("m/weights.bin", []);
        var root = JsonReader.Parse(folder.Run("scan", "m", "--format", "json").Ended(0).Out, JsonLimits.Default).Root!;
        Assert.Equal(["m/app.py", "m/clean.sh", "m/weights.bin"], root.Find("results")!.Items.Select(static file => file.Find("path")!.StringValue));
        Assert.All(root.Find("results")!.Items, static file => Assert.Empty(file.Find("findings")!.Items));
        var sources = root.Find("sources")!.Items;
        Assert.Equal(["m/app.py python", "m/clean.sh shell"], sources.Select(static source => $"{source.Find("path")!.StringValue} {source.Find("kind")!.StringValue}"));
        var finding = Assert.Single(sources[0].Find("findings")!.Items);
        Assert.Equal(["rule", "level", "severity", "message", "line", "column", "endLine", "endColumn"], finding.Members.Select(static member => member.Name));
        Assert.Equal("2 1 2 11", string.Join(' ', finding.Members.Skip(4).Select(static member => member.Value.NumberText)));
    }

    [Fact]
    public void What_installers_put_there_is_nobodys_source_unless_it_is_named()
    {
        using var folder = new CliFolder().Write("m/.venv/lib/a.py", Python).Write("m/node_modules/b.py", Python).Write("m/x/site-packages/c.py", Python).Write("m/bin/d.py", Python);
        Assert.DoesNotContain("SCA1024", folder.Run("scan", "m").Ended(0).Out, StringComparison.Ordinal);
        Assert.Contains("m/.venv/lib/a.py(2,1): warning SCA1024", folder.Run("scan", "m/.venv").Ended(0).Out, StringComparison.Ordinal);
        Assert.Contains("m/bin/d.py(2,1): warning SCA1024", folder.Run("scan", "m/bin/d.py").Ended(0).Out, StringComparison.Ordinal);
    }

    [Fact]
    public void Packages_and_settings_are_looked_into_with_what_is_around_them()
    {
        using var folder = new CliFolder()
            .Write("m/App.csproj", [.. "<Project><PackageReference Include='OllamaSharp' /></Project>"u8])
            .Write("m/appsettings.json", [.. "{ \"OpenAI\": { \"Endpoint\": \"https://x.example.com\" }, \"HuggingFace\": { \"Model\": \"acme/model\" } }"u8])
            .Write("m/acme/model/config.json", [.. "{}"u8])
            .Write("m/nuget.config", [.. "<configuration><packageSources><add key='a' value='https://a.example' /><add key='b' value='https://b.example' /></packageSources></configuration>"u8])
            .Write("m/requirements.txt", [.. "deepseekai\n"u8])
            .Write("p.json", [.. "{ \"policyVersion\": 1, \"sources\": { \"endpoints\": [ \"https://api.openai.com\" ] } }"u8]);

        var text = folder.Run("scan", "m", "--policy", "p.json").Ended(0).Out;

        Assert.All(["SCA1011", "SCA1056", "SCA1081", "SCA1082"], rule => Assert.Contains(rule, text, StringComparison.Ordinal));
    }

    [Fact]
    public void Lock_of_the_current_folder_names_the_commit_and_one_in_what_is_scanned_does_not()
    {
        const string commit = "012345678901";
        var lockText = $$"""
            { "lockVersion": 1, "models": { "bert": { "path": "models/bert", "presence": "fetch", "source": { "type": "huggingface", "repo": "acme/bert", "revision": "{{commit}}{{commit}}{{commit}}abcd" },
              "files": { "a.safetensors": { "sha256": "{{new string('a', 64)}}", "size": 1, "format": "safetensors" } } } } }
            """;
        using var folder = new CliFolder().Write("m/Dockerfile", Dockerfile).Write("m/models.lock", lockText);
        Assert.DoesNotContain(commit, folder.Run("scan", "m").Ended(0).Out, StringComparison.Ordinal);
        Assert.DoesNotContain(commit, folder.RunIn("m", "scan", ".").Ended(0).Out, StringComparison.Ordinal);

        folder.Write("models.lock", lockText);
        Assert.Contains(commit, folder.Run("scan", "m").Ended(0).Out, StringComparison.Ordinal);
        if (OperatingSystem.IsWindows())
            return; // links need a right there

        File.CreateSymbolicLink(folder.Full("m/link"), folder.Root);
        Assert.DoesNotContain(commit, folder.Run("scan", "m/link").Ended(0).Out, StringComparison.Ordinal);
    }

    [Fact]
    public void Endpoints_are_those_of_the_current_folder_and_not_of_what_is_scanned()
    {
        const string policy = """{ "policyVersion": 1, "sources": { "endpoints": [ "https://api.openai.com" ] } }""";
        using var folder = new CliFolder().Write("m/appsettings.json", """{ "OpenAI": { "Endpoint": "https://x.example.com" } }""").Write("m/models.policy.json", policy);
        Assert.DoesNotContain("SCA1056", folder.Run("scan", "m").Ended(0).Out, StringComparison.Ordinal);
        Assert.Contains("SCA1056", folder.Write("models.policy.json", policy).Run("scan", "m").Ended(0).Out, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("m/Dockerfile", "RUN pip install transfomers")]
    [InlineData("m/setup.sh", "python3 -m pip install --upgrade 'transfomers[torch]==4.40.0'")]
    public void Package_that_a_command_installs_is_held_against_the_known_names(string path, string command)
    {
        using var folder = new CliFolder().Write(path, command + "\n");
        Assert.Contains("SCA1080: 'transfomers' looks like 'transformers'", folder.Run("scan", "m").Ended(0).Out, StringComparison.Ordinal);
    }

    [Fact]
    public void Sarif_has_the_place_in_the_text()
    {
        using var folder = new CliFolder().Write("m/app.py", [.. Python, .. "torch.load('b.pt', weights_only=False)\n"u8]);
        var run = JsonReader.Parse(folder.Run("scan", "m", "--format", "sarif").Ended(0).Out, JsonLimits.Default).Root!.Find("runs")!.Items.Single();
        var results = run.Find("results")!.Items;
        Assert.Equal(2, results.Count);
        var region = results[0].Find("locations")!.Items.Single().Find("physicalLocation")!.Find("region")!;
        Assert.Equal("2 1 2 11", string.Join(' ', region.Members.Select(static member => member.Value.NumberText)));
        Assert.Equal(2, results.Select(static result => result.Find("partialFingerprints")!.Find("modelFinding/v1")!.StringValue).Distinct().Count());
        Assert.Equal("SCA1024", run.Find("tool")!.Find("driver")!.Find("rules")!.Items.Single().Find("id")!.StringValue);
    }
}
