using System.Globalization;

namespace SupplyChainAnalyzers.Core.Tests.Scanning;

/// <summary>These set variables of the whole test process, so nothing else runs beside them.</summary>
[CollectionDefinition(nameof(ScannerEnvironmentTests), DisableParallelization = true)]
[Collection(nameof(ScannerEnvironmentTests))]
public sealed class ScannerEnvironmentTests : IDisposable
{
    // Each of them would put foreign code into the scanner, or stop it.
    private static readonly Dictionary<string, string> Hostile = new()
    {
        ["DOTNET_STARTUP_HOOKS"] = "/nowhere/hook.dll",
        ["DOTNET_ADDITIONAL_DEPS"] = "/nowhere",
        ["DOTNET_gcServer"] = "1",
        ["CORECLR_ENABLE_PROFILING"] = "1",
        ["CORECLR_PROFILER"] = "{00000000-0000-0000-0000-000000000000}",
        ["CORECLR_PROFILER_PATH"] = "/nowhere/profiler.so",
        ["LD_PRELOAD"] = "/nowhere/preload.so",
        ["LD_LIBRARY_PATH"] = "/nowhere",
        ["DYLD_INSERT_LIBRARIES"] = "/nowhere/insert.dylib",
        ["SECRET_TOKEN"] = "secret",
    };

    private readonly FakeScan _fake = new();
    private readonly Dictionary<string, string?> _before = [];

    public ScannerEnvironmentTests()
    {
        foreach (var variable in Hostile)
        {
            _before.Add(variable.Key, Environment.GetEnvironmentVariable(variable.Key));
            Environment.SetEnvironmentVariable(variable.Key, variable.Value);
        }
    }

    public void Dispose()
    {
        foreach (var variable in _before)
            Environment.SetEnvironmentVariable(variable.Key, variable.Value);
        _fake.Dispose();
    }

    [Fact]
    public void Nothing_is_inherited()
    {
        _fake.Options = _fake.Options with { MemoryLimit = 0x1000_0000 };
        FakeScan.AssertAnswered(Assert.Single(_fake.Scan("environment")));
        var lines = _fake.Read("environment").Split('\n').Where(static line => line.Contains('=', StringComparison.Ordinal)).ToArray();
        string[] allowed =
        [
            "DOTNET_EnableDiagnostics=0", "DOTNET_TieredPGO=0", "DOTNET_gcServer=0", "DOTNET_gcConcurrent=0", "DOTNET_GCHeapHardLimit=0xC000000",
            "DOTNET_SYSTEM_GLOBALIZATION_INVARIANT=1", "DOTNET_NOLOGO=1", "ORT_DISABLE_TELEMETRY=1",
        ];
        Assert.Equal(allowed.Order(StringComparer.Ordinal), lines.Where(static line => !IsFolder(line)).Order(StringComparer.Ordinal));
    }

    [Fact]
    public void Startup_hook_of_the_caller_does_not_load() => Assert.All(_fake.Scan("ok1", "ok2"), FakeScan.AssertAnswered);

    // The private folder, a place in it where nothing is, what Windows needs, and what the host itself sets for its child threads.
    private static bool IsFolder(string line) =>
        line.StartsWith("TMPDIR=", true, CultureInfo.InvariantCulture) || line.StartsWith("TEMP=", true, CultureInfo.InvariantCulture)
        || line.StartsWith("TMP=", true, CultureInfo.InvariantCulture) || line.StartsWith("SystemRoot=", true, CultureInfo.InvariantCulture)
        || line.StartsWith("HOME=", StringComparison.Ordinal) || line.StartsWith("SSL_CERT_DIR=", StringComparison.Ordinal) || line.StartsWith("SSL_CERT_FILE=", StringComparison.Ordinal)
        || line.StartsWith("DOTNET_HOST_PATH=", true, CultureInfo.InvariantCulture);
}
