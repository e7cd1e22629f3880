using Verify = SupplyChainAnalyzers.Testing.Verification.CSharpVerifier<SupplyChainAnalyzers.Analyzers.ModelSupplyChainAnalyzer, SupplyChainAnalyzers.CodeFixes.SCA1xxx.FloatingRevisionFixer>;

namespace SupplyChainAnalyzers.Analyzers.Tests.SCA1xxx;

public sealed class ArchiveEscapesFolderTests
{
    private const string Open = "using System.IO.Compression;\nusing System.Formats.Tar;\n";

    [Theory]
    [InlineData("""foreach (var entry in ZipFile.OpenRead("m.zip").Entries) entry.ExtractToFile({|SCA1042:Path.Combine(unknown, entry.FullName)|}, true); object s = new InferenceSession(unknown);""")]
    [InlineData("""foreach (var entry in ZipFile.OpenRead("m.zip").Entries) { var target = Path.Combine("out", entry.FullName); entry.ExtractToFile({|SCA1042:target|}); } object s = new InferenceSession(unknown);""")]
    [InlineData("""var tar = new TarReader(File.OpenRead("m.tar")); while (tar.GetNextEntry() is { } entry) entry.ExtractToFile({|SCA1042:unknown + "/" + entry.Name|}, true); object s = new InferenceSession(unknown);""")]
    public Task Triggers_on_entries_written_by_name(string statements) => Verify.VerifyAnalyzerAsync(Of(statements));

    [Theory]
    [InlineData("""ZipFile.ExtractToDirectory("m.zip", "out"); object s = new InferenceSession(unknown);""")]
    [InlineData("""foreach (var entry in ZipFile.OpenRead("m.zip").Entries) entry.ExtractToFile(Path.Combine(unknown, entry.Name)); object s = new InferenceSession(unknown);""")]
    [InlineData("""foreach (var entry in ZipFile.OpenRead("m.zip").Entries) { var target = Path.GetFullPath(Path.Combine(unknown, entry.FullName)); if (!target.StartsWith(unknown)) continue; entry.ExtractToFile(target); } object s = new InferenceSession(unknown);""")]
    [InlineData("""foreach (var entry in ZipFile.OpenRead("photos.zip").Entries) entry.ExtractToFile(Path.Combine(unknown, entry.FullName));""")]
    public Task Does_not_trigger_on_kept_names_or_other_archives(string statements) => Verify.VerifyAnalyzerAsync(Of(statements));

    private static Testing.Verification.RuleTest Of(string statements)
    {
        var test = LoadingProgram.Statements(statements);
        return test with { Source = Open + test.Source };
    }
}
