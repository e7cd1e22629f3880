using System.Globalization;

namespace SupplyChainAnalyzers.Package.Tests.Harness;

/// <summary>The package, packed once for all tests, and the folder they all work in.</summary>
public sealed class PackedPackage : IDisposable
{
    public PackedPackage()
    {
        Folder = Directory.CreateTempSubdirectory("supply-chain-").FullName;
        // A version nobody has seen: NuGet serves a version it knows from its cache, whatever was packed since.
        Version = "0.0.0-test." + DateTime.UtcNow.Ticks.ToString(CultureInfo.InvariantCulture);
        File = Pack(Path.Combine(Folder, "feed"));
    }

    public string Folder { get; }

    public string Version { get; }

    /// <summary>Absolute path of the .nupkg.</summary>
    public string File { get; }

    /// <summary>Packs what is built already and returns the path of the .nupkg.</summary>
    public string Pack(string output)
    {
        var project = Path.Combine(Repository.Root, "src", "SupplyChainAnalyzers", "SupplyChainAnalyzers.csproj");
        var (exitCode, text) = Dotnet.Run(
            Repository.Root,
            ["pack", project, "--no-build", "--configuration", Repository.Configuration, "--output", output, "-nologo", "-nodeReuse:false", "-p:Version=" + Version]);
        Assert.True(exitCode == 0, text);
        Assert.DoesNotContain("warning", text, StringComparison.OrdinalIgnoreCase);
        return Path.Combine(output, $"SupplyChainAnalyzers.{Version}.nupkg");
    }

    public void Dispose() => Directory.Delete(Folder, recursive: true);
}
