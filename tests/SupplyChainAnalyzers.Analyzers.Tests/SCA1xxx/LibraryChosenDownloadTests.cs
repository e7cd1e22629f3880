using Verify = SupplyChainAnalyzers.Testing.Verification.CSharpVerifier<SupplyChainAnalyzers.Analyzers.ModelSupplyChainAnalyzer, SupplyChainAnalyzers.CodeFixes.SCA1xxx.FloatingRevisionFixer>;

namespace SupplyChainAnalyzers.Analyzers.Tests.SCA1xxx;

public sealed class LibraryChosenDownloadTests
{
    [Theory]
    [InlineData("""WhisperGgmlDownloader.Default.{|SCA1036:GetGgmlModelAsync|}(GgmlType.Base)""")]
    [InlineData("""await WhisperGgmlDownloader.Default.{|SCA1036:GetGgmlModelAsync|}(GgmlType.Base, QuantizationType.NoQuantization)""")]
    [InlineData("""new FastBertTokenizer.BertTokenizer().{|SCA1036:LoadFromHuggingFaceAsync|}("bert-base-uncased")""")]
    [InlineData("""new MLContext().MulticlassClassification.Trainers.{|SCA1036:ImageClassification|}()""")]
    public Task Triggers_on_downloads_without_a_parameter_to_pin(string call) => Verify.VerifyAnalyzerAsync(LoadingProgram.Of(call));

    [Theory]
    [InlineData("""object? result = SHA256.HashData(await WhisperGgmlDownloader.Default.GetGgmlModelAsync(GgmlType.Base));""")]
    [InlineData("""var stream = await WhisperGgmlDownloader.Default.GetGgmlModelAsync(GgmlType.Base); VerifyAgainstLock(stream);""")]
    [InlineData("""object? result = WhisperFactory.FromPath("models/ggml-base.bin");""")]
    public Task Does_not_trigger_where_the_bytes_are_checked(string statements) =>
        Verify.VerifyAnalyzerAsync(LoadingProgram.Statements(statements, "static void VerifyAgainstLock(object bytes) { }"));
}
