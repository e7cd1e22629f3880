using System.Runtime.InteropServices;
using SupplyChainAnalyzers.Core.Findings;
using SupplyChainAnalyzers.Core.Scanning;

namespace SupplyChainAnalyzers.Scanner.Tests.Conversion;

/// <summary>The real launcher and the real scanner, confined as it is on this system.</summary>
public sealed class ConversionProcessTests : IDisposable
{
    private readonly string _folder = Directory.CreateTempSubdirectory("supplychain-test-").FullName;

    private string Output => Path.Combine(_folder, "model.safetensors");

    public void Dispose() => Directory.Delete(_folder, recursive: true);

    [Fact]
    public void New_file_holds_the_tensors_and_is_for_this_user_alone()
    {
        var conversion = Run("torch_zip.pt");
        Assert.True(conversion.Succeeded, conversion.Failure + string.Join('\n', conversion.Findings));
        Assert.Equal(Converted.Tensors(File.ReadAllBytes(Converted.Sample("convert", "torch_zip.pt.expected"))), Converted.Tensors(File.ReadAllBytes(Output)));
        Assert.Equal(conversion.OutputSha256, Convert.ToHexStringLower(System.Security.Cryptography.SHA256.HashData(File.ReadAllBytes(Output))));
        Assert.Equal(16, conversion.Tensors.Count);
        Assert.Equal(["model.safetensors"], Names());
        if (!OperatingSystem.IsWindows())
            Assert.Equal(UnixFileMode.UserRead | UnixFileMode.UserWrite, File.GetUnixFileMode(Output));
    }

    [Fact]
    public void Refusal_leaves_nothing_and_names_what_would_be_lost()
    {
        var conversion = Run("checkpoint.pt");
        Assert.False(conversion.Succeeded);
        Assert.Contains("--tensors-only", conversion.Failure!, StringComparison.Ordinal);
        Assert.Contains(conversion.Left, static left => left.Name == "epoch");
        Assert.Empty(Names());
    }

    [Fact]
    public void File_that_is_there_is_kept_unless_it_may_be_replaced()
    {
        File.WriteAllText(Output, "mine");
        Assert.False(Run("one.npy").Succeeded);
        Assert.Equal("mine", File.ReadAllText(Output));
        Assert.True(Run("one.npy", overwrite: true).Succeeded);
        Assert.NotEqual("mine", File.ReadAllText(Output));
    }

    [Fact]
    public void File_that_is_not_there_is_SCA2112()
    {
        var conversion = ScannerClient.Convert(new ConversionRequest(Path.Combine(_folder, "gone.pt"), Output), Options);
        Assert.Equal(Rules.FileUnreadable, Assert.Single(conversion.Findings).Rule);
        Assert.Empty(Names());
    }

    private Core.Scanning.Conversion Run(string sample, bool overwrite = false) =>
        ScannerClient.Convert(new ConversionRequest(Converted.Sample("convert", sample), Output) { Overwrite = overwrite }, Options);

    private IEnumerable<string> Names() => Directory.GetFileSystemEntries(_folder).Select(static path => Path.GetFileName(path)).Where(static name => !name.StartsWith("supplychain-", StringComparison.Ordinal));

    private ScannerOptions Options => new()
    {
        DotnetPath = ScannerLocator.FindDotnet(null, Environment.ProcessPath, RuntimeEnvironment.GetRuntimeDirectory())!,
        ScannerPath = ScannerLocator.FindScanner(AppContext.BaseDirectory)!,
        TemporaryFolder = _folder,
    };
}
