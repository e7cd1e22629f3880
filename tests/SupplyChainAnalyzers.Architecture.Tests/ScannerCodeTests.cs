using SupplyChainAnalyzers.Architecture.Tests.Compiled;

namespace SupplyChainAnalyzers.Architecture.Tests;

/// <summary>What the compiled scanner can do, instruction by instruction.</summary>
public sealed class ScannerCodeTests : IDisposable
{
    private const string Sandbox = "SupplyChainAnalyzers.Scanner.Sandbox.";

    private readonly CompiledAssembly _scanner = new(Path.Combine(AppContext.BaseDirectory, "compiled", "SupplyChainAnalyzers.Scanner.dll"));

    public void Dispose() => _scanner.Dispose();

    [Fact]
    public void Scanner_finds_no_code_by_name_starts_nothing_connects_to_nothing_and_writes_no_file() =>
        Faults.None(_scanner.Calls.Where(static call => !ScannerRules.Allows(call)).Select(static call => call.ToString()).Distinct());

    [Fact]
    public void Native_functions_are_those_of_the_confinement() => Faults.None(_scanner.Imports.Except(ScannerRules.Imports));

    [Fact]
    public void Only_the_confinement_calls_the_kernel() => Faults.None(
        from call in _scanner.Calls
        where call.Type == Sandbox + "Linux.LinuxCalls" && !call.From.StartsWith(Sandbox, StringComparison.Ordinal)
        select call.ToString());

    [Fact]
    public void One_place_executes_and_it_executes_this_program()
    {
        Assert.Equal(Sandbox + "Linux.Reexecution", Assert.Single(_scanner.Calls, static call => call.Member == "Execute" && call.Type == Sandbox + "Linux.LinuxCalls").From);
        Assert.Contains("/proc/self/exe", _scanner.TextsOf(Sandbox + "Linux.Reexecution"));
        Assert.DoesNotContain(_scanner.TextsOf(Sandbox + "Linux.Reexecution"), static text => text.StartsWith('/') && text != "/proc/self/exe");
    }

    [Fact]
    public void No_call_goes_to_a_bare_address() => Assert.False(_scanner.CallsAddresses);

    // Core also launches the scanner; of that part it may have the environment for its own second stage.
    [Fact]
    public void Scanner_takes_nothing_of_the_launcher_but_the_environment() => Faults.None(
        from call in _scanner.Calls
        where call.Type.StartsWith("SupplyChainAnalyzers.Core.", StringComparison.Ordinal)
        let space = call.Type[..call.Type.LastIndexOf('.')]
        where !(space is "SupplyChainAnalyzers.Core.Sources" or "SupplyChainAnalyzers.Core.Sources.Python" or "SupplyChainAnalyzers.Core.Scanning.Sources" or "SupplyChainAnalyzers.Core.Language" or "SupplyChainAnalyzers.Core.Manifest" or "SupplyChainAnalyzers.Core.Policy" or "SupplyChainAnalyzers.Core.Findings" or "SupplyChainAnalyzers.Core.Formats" or "SupplyChainAnalyzers.Core.Scanning.Protocol" or "SupplyChainAnalyzers.Core.Scanning.Signatures" or "SupplyChainAnalyzers.Core.Scanning.Behavior" or "SupplyChainAnalyzers.Core.Signing" or "SupplyChainAnalyzers.Core.Json"
            || space == "SupplyChainAnalyzers.Core.Text" || space.StartsWith("SupplyChainAnalyzers.Core.Text.", StringComparison.Ordinal) || call.Type is "SupplyChainAnalyzers.Core.Hashing.Hex" or "SupplyChainAnalyzers.Core.Hashing.BlockReader"
            || call.Type == "SupplyChainAnalyzers.Core.Scanning.Launching.ScannerEnvironment")
        select call.ToString());

    // Every reader needs a context, and what the command line reads may come from anybody.
    [Fact]
    public void Command_line_has_scripts_and_settings_read_by_the_scanner() => Faults.None(
        from path in RepositoryFiles.Sources
        where path.StartsWith("src/SupplyChainAnalyzers.Cli/", StringComparison.Ordinal)
        let text = RepositoryFiles.Read(path)
        where text.Contains("SourceContext", StringComparison.Ordinal) || text.Contains("SourceFiles.Read", StringComparison.Ordinal)
        select path);

    [Theory]
    [InlineData("System.Diagnostics.Process::Start")]
    [InlineData("System.IO.File::WriteAllText")]
    [InlineData("System.Net.Sockets.Socket::Connect")]
    public void Same_rules_find_what_another_program_does(string target)
    {
        using var probe = new CompiledAssembly(Path.Combine(AppContext.BaseDirectory, "compiled", "SupplyChainAnalyzers.SandboxProbe.dll"));
        using var fake = new CompiledAssembly(Path.Combine(AppContext.BaseDirectory, "compiled", "SupplyChainAnalyzers.FakeScanner.dll"));
        Assert.Contains([.. probe.Calls, .. fake.Calls], call => call.Target == target && !ScannerRules.Allows(call));
    }
}
