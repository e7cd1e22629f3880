using Microsoft.CodeAnalysis;
using Verify = SupplyChainAnalyzers.Testing.Verification.CSharpVerifier<SupplyChainAnalyzers.Analyzers.ModelSupplyChainAnalyzer, SupplyChainAnalyzers.CodeFixes.SCA1xxx.CertificateNotCheckedFixer>;

namespace SupplyChainAnalyzers.Analyzers.Tests.SCA1xxx;

public sealed class CertificateNotCheckedTests
{
    private const string Fetch = $"await http.GetByteArrayAsync(\"https://huggingface.co/acme/x/resolve/{TestLock.Commit}/model.onnx\");";

    [Theory]
    [InlineData("var handler = new HttpClientHandler();\n        {|SCA1061:handler.ServerCertificateCustomValidationCallback = (_, _, _, _) => true|};\n        var client = handler;", "var handler = new HttpClientHandler();\n        var client = handler;")]
    [InlineData("var handler = new HttpClientHandler();\n        // why\n        {|SCA1061:handler.ServerCertificateCustomValidationCallback = delegate { return true; }|}; // for now", "var handler = new HttpClientHandler();\n        // why\n // for now")]
    [InlineData("var handler = new HttpClientHandler { {|SCA1061:ServerCertificateCustomValidationCallback = HttpClientHandler.DangerousAcceptAnyServerCertificateValidator|} };", "var handler = new HttpClientHandler {  };")]
    [InlineData("var handler = new HttpClientHandler { MaxConnectionsPerServer = 3, {|SCA1061:ServerCertificateCustomValidationCallback = (a, b, c, d) => { return true; }|} };", "var handler = new HttpClientHandler { MaxConnectionsPerServer = 3 };")]
    [InlineData("var handler = new HttpClientHandler { {|SCA1061:ServerCertificateCustomValidationCallback = (a, b, c, d) => true|}, MaxConnectionsPerServer = 3 };", "var handler = new HttpClientHandler { MaxConnectionsPerServer = 3 };")]
    [InlineData("{|SCA1061:ServicePointManager.ServerCertificateValidationCallback += (a, b, c, d) => true|};\n        var x = 1;", "var x = 1;")]
    [InlineData("var handler = new SocketsHttpHandler { SslOptions = { {|SCA1061:RemoteCertificateValidationCallback = (a, b, c, d) => true|} } };", "var handler = new SocketsHttpHandler { SslOptions = {  } };")]
    public Task Fix_removes_what_accepts_every_certificate(string statements, string wanted) => Verify.VerifyCodeFixAsync(
        LoadingProgram.Statements(statements + "\n        " + Fetch) with { Fixed = LoadingProgram.Text(wanted + "\n        " + Fetch) });

    [Theory]
    [InlineData("var handler = new HttpClientHandler { ServerCertificateCustomValidationCallback = (a, b, c, errors) => errors == 0 };")]
    [InlineData("var handler = new HttpClientHandler { ServerCertificateCustomValidationCallback = Check };")]
    [InlineData("var handler = new HttpClientHandler { ServerCertificateCustomValidationCallback = null };")]
    public Task Does_not_trigger_on_a_callback_that_looks(string statements) =>
        Verify.VerifyAnalyzerAsync(LoadingProgram.Statements(statements + Fetch, "static bool Check(object a, object? b, object? c, System.Net.Security.SslPolicyErrors d) => a is null;"));

    [Theory]
    [InlineData("")]
    [InlineData("await http.GetStringAsync(\"https://example.com/api\");")]
    [InlineData("Console.WriteLine(\"https://huggingface.co/acme/x/blob/main/README.md\");")]
    public Task Does_not_trigger_where_no_model_is_fetched(string statements) =>
        Verify.VerifyAnalyzerAsync(LoadingProgram.Statements("var handler = new HttpClientHandler { ServerCertificateCustomValidationCallback = (a, b, c, d) => true };" + statements));

    [Fact]
    public Task No_fix_where_the_statement_is_needed() => Verify.VerifyCodeFixAsync(LoadingProgram.Statements(
        "var handler = new HttpClientHandler(); if (unknown.Length > 3) {|SCA1061:handler.ServerCertificateCustomValidationCallback = (_, _, _, _) => true|};" + Fetch));

    [Theory]
    [InlineData("#if DEBUG\n{0}\n#endif\n", "strict", DiagnosticSeverity.Warning)]
    [InlineData("#if DEBUG\n#endif\n{0}\n", "strict", DiagnosticSeverity.Error)]
    [InlineData("#if !DEBUG\n{0}\n#endif\n", "strict", DiagnosticSeverity.Error)]
    [InlineData("#if RELEASE\n#else\n{0}\n#endif\n", "strict", DiagnosticSeverity.Error)]
    [InlineData("{0}", "default", DiagnosticSeverity.Warning)]
    [InlineData("{0}", "audit", DiagnosticSeverity.Info)]
    public async Task Level_is_lower_where_only_developers_build(string form, string mode, DiagnosticSeverity severity)
    {
        var statement = "ServicePointManager.ServerCertificateValidationCallback = (a, b, c, d) => true;";
        var test = LoadingProgram.Statements(form.Replace("{0}", statement, StringComparison.Ordinal) + Fetch);
        test = test with
        {
            Source = (form.StartsWith("#if DEBUG", StringComparison.Ordinal) ? "#define DEBUG\n" : "") + test.Source,
            Properties = new Dictionary<string, string> { ["SupplyChainMode"] = mode },
        };

        Assert.Equal(severity, Assert.Single(await Run.DiagnosticsAsync(test)).Severity);
    }
}
