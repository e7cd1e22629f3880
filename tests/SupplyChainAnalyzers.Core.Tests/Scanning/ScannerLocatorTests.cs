using SupplyChainAnalyzers.Core.Scanning;

namespace SupplyChainAnalyzers.Core.Tests.Scanning;

public sealed class ScannerLocatorTests : IDisposable
{
    private readonly string _folder = Directory.CreateTempSubdirectory("supplychain-test-").FullName;

    public void Dispose() => Directory.Delete(_folder, recursive: true);

    [Theory]
    [InlineData("tasks/netstandard2.0", "tools/net10.0/any")]
    [InlineData("", "scanner")]
    [InlineData("bin", "bin")]
    public void Scanner_is_found_in_each_layout(string baseFolder, string scannerFolder)
    {
        var scanner = Make(scannerFolder, ScannerLocator.FileName);
        Directory.CreateDirectory(Path.Combine(_folder, baseFolder));
        Assert.Equal(scanner, ScannerLocator.FindScanner(Path.Combine(_folder, baseFolder)));
    }

    [Fact]
    public void No_scanner_is_null() => Assert.Null(ScannerLocator.FindScanner(_folder));

    [Fact]
    public void Host_of_the_build_comes_first()
    {
        var (first, second) = (Make("a", "dotnet"), Make("b", "dotnet"));
        Assert.Equal(first, ScannerLocator.FindDotnet(first, second, null));
        Assert.Equal(second, ScannerLocator.FindDotnet(null, second, null));
        Assert.Equal(second, ScannerLocator.FindDotnet(Path.Combine(_folder, "gone", "dotnet"), second, null));
    }

    [Fact]
    public void Program_that_is_no_host_leads_to_the_one_beside_its_runtime()
    {
        var dotnet = Make("", "dotnet");
        var program = Make("app", "MSBuild");
        Assert.Equal(dotnet, ScannerLocator.FindDotnet("", program, Path.Combine(_folder, "shared", "Microsoft.NETCore.App", "10.0.0")));
    }

    [Theory]
    [InlineData("dotnet")]
    [InlineData("./dotnet")]
    public void Relative_host_is_not_taken(string path) => Assert.Null(ScannerLocator.FindDotnet(path, path, "shared/x/y"));

    private string Make(string folder, string name)
    {
        var path = Path.Combine(Directory.CreateDirectory(Path.Combine(_folder, folder)).FullName, name);
        File.WriteAllText(path, "");
        return path;
    }
}
