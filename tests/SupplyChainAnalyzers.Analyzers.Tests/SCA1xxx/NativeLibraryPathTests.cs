using Microsoft.CodeAnalysis;
using Verify = SupplyChainAnalyzers.Testing.Verification.CSharpVerifier<SupplyChainAnalyzers.Analyzers.ModelSupplyChainAnalyzer, SupplyChainAnalyzers.CodeFixes.SCA1xxx.FloatingRevisionFixer>;

namespace SupplyChainAnalyzers.Analyzers.Tests.SCA1xxx;

public sealed class NativeLibraryPathTests
{
    [Theory]
    [InlineData("""options.RegisterCustomOpLibrary({|SCA1022:"libs/custom_ops.so"|});""")]
    [InlineData("""options.RegisterCustomOpLibraryV2({|SCA1022:"/opt/ops/custom_ops.so"|}, out _);""")]
    [InlineData("""options.RegisterCustomOpLibrary({|SCA1022:Path.Combine(Path.GetTempPath(), unknown, "custom_ops.so")|});""")]
    [InlineData("""options.RegisterCustomOpLibrary({|SCA1022:$"/tmp/{unknown}.so"|});""")]
    [InlineData("""options.RegisterCustomOpLibrary({|SCA1022:Path.Combine(AppContext.BaseDirectory, "custom_ops.dll")|});""")]
    [InlineData("""Whisper.net.LibraryLoader.RuntimeOptions.LibraryPath = {|SCA1022:@"C:\whisper\whisper.dll"|};""")]
    [InlineData("""torch.export.load({|SCA1022:"models/compiled.pt2"|});""")]
    public Task Triggers_on_paths_that_nothing_pins(string statement) => Verify.VerifyAnalyzerAsync(LoadingProgram.Statements(statement));

    [Theory]
    [InlineData("""options.RegisterCustomOpLibrary("custom_ops");""")]
    [InlineData("""options.RegisterCustomOpLibrary("custom_ops.so");""")]
    [InlineData("""options.RegisterCustomOpLibrary(unknown);""")]
    [InlineData("""options.RegisterCustomOpLibrary(Path.Combine(unknown, "custom_ops.so"));""")]
    [InlineData("""options.RegisterOrtExtensions();""")]
    [InlineData("""System.Runtime.InteropServices.NativeLibrary.Load("/opt/ops/custom_ops.so");""")]
    public Task Does_not_trigger_on_packaged_or_unknown_ones(string statement) => Verify.VerifyAnalyzerAsync(LoadingProgram.Statements(statement));

    [Fact]
    public Task Does_not_trigger_on_what_the_lock_declares() => Verify.VerifyAnalyzerAsync(
        LoadingProgram.Statements("""options.RegisterCustomOpLibrary("models/ops/custom_ops.so");""") with { Lock = TestLock.Local("models/ops/custom_ops.so") });

    [Theory]
    [InlineData("/tmp/custom_ops.so", "strict", DiagnosticSeverity.Error)]
    [InlineData("/tmp/custom_ops.so", "default", DiagnosticSeverity.Info)]
    [InlineData("/opt/custom_ops.so", "strict", DiagnosticSeverity.Warning)]
    [InlineData("/opt/custom_ops.so", "audit", DiagnosticSeverity.Info)]
    public async Task Level_depends_on_who_can_write_there(string path, string mode, DiagnosticSeverity severity)
    {
        var test = LoadingProgram.Statements($"""options.RegisterCustomOpLibrary("{path}");""") with { Properties = new Dictionary<string, string> { ["SupplyChainMode"] = mode } };

        Assert.Equal(severity, Assert.Single(await Run.DiagnosticsAsync(test)).Severity);
    }

    [Fact]
    public async Task Constant_name_in_the_programs_folder_is_only_worth_knowing()
    {
        var test = LoadingProgram.Statements("""options.RegisterCustomOpLibrary(Path.Combine(AppContext.BaseDirectory, "native", "ops.so"));""") with
        {
            Properties = new Dictionary<string, string> { ["SupplyChainMode"] = "strict" },
        };

        Assert.Equal(DiagnosticSeverity.Info, Assert.Single(await Run.DiagnosticsAsync(test)).Severity);
    }
}
