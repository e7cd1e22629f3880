using Verify = SupplyChainAnalyzers.Testing.Verification.CSharpVerifier<SupplyChainAnalyzers.Analyzers.ModelSupplyChainAnalyzer, SupplyChainAnalyzers.CodeFixes.SCA1xxx.TrustRemoteCodeFixer>;

namespace SupplyChainAnalyzers.Analyzers.Tests.SCA1xxx;

public sealed class TrustRemoteCodeTests
{
    [Theory]
    [InlineData("""PythonEngine.Exec("f(trust_remote_code={|SCA1023:True|})");""")]
    [InlineData("""PythonEngine.RunSimpleString("x = 'a\n'\nf(trust_remote_code={|SCA1023:True|})");""")]
    [InlineData("""PythonEngine.RunSimpleString(@"f(""a"", trust_remote_code={|SCA1023:True|})");""")]
    [InlineData("""PythonEngine.Eval($"f('{unknown}', trust_remote_code={|SCA1023:True|})");""")]
    [InlineData("""module.Exec("k = {'trust_remote_code': {|SCA1023:True|}}");""")]
    [InlineData("""environment.ExecuteExpression("f(trust_remote_code={|SCA1023:True|})");""")]
    [InlineData("""engine.Execute("f(trust_remote_code={|SCA1023:True|})");""")]
    [InlineData("""Process.Start("python3", "-c \"f(trust_remote_code={|SCA1023:True|})\"");""")]
    [InlineData("""Process.Start("vllm", "serve acme/bert {|SCA1023:--trust-remote-code|}");""")]
    [InlineData("""var info = new ProcessStartInfo { FileName = "vllm", Arguments = "serve acme/bert {|SCA1023:--trust-remote-code|}" };""")]
    [InlineData("""var info = new ProcessStartInfo("vllm"); info.Arguments = "serve acme/bert {|SCA1023:--trust-remote-code|}";""")]
    [InlineData("""var info = new ProcessStartInfo(); info.FileName = "vllm.exe"; info.Arguments = "serve acme/bert {|SCA1023:--trust-remote-code|}";""")]
    [InlineData("""var info = new ProcessStartInfo("python3"); info.ArgumentList.Add("-c"); info.ArgumentList.Add("f(trust_remote_code={|SCA1023:True|})");""")]
    [InlineData("""Process.Start("vllm", ["serve", unknown, "{|SCA1023:--trust-remote-code|}"]);""")]
    [InlineData("""var code = "f(trust_remote_code=True)"; Action later = () => PythonEngine.Exec({|SCA1023:code|});""")]
    [InlineData("""PythonEngine.Exec("f(trust_remote_code={|SCA1023:True|})" + unknown);""")]
    public Task Triggers_where_it_is_True(string statements) => Verify.VerifyAnalyzerAsync(ScriptProgram.Of(statements));

    [Theory]
    [InlineData("""PythonEngine.Exec("f(trust_remote_code=False)");""")]
    [InlineData("""PythonEngine.Exec($"f(trust_remote_code={unknown})");""")]
    [InlineData("""PythonEngine.Exec("# f(trust_remote_code=True)");""")]
    [InlineData("""PythonEngine.Exec("s = 'f(trust_remote_code=True)'");""")]
    [InlineData("""PythonEngine.Exec(unknown);""")]
    [InlineData("""Console.WriteLine("f(trust_remote_code=True)");""")]
    [InlineData("""Process.Start("echo", "--trust-remote-code");""")]
    [InlineData("""Process.Start(unknown, "--trust-remote-code");""")]
    [InlineData("""Process.Start("vllm", "serve acme/bert --trust-remote-code false");""")]
    [InlineData("#pragma warning disable SCA1023\n PythonEngine.Exec(\"f(trust_remote_code=True)\");")]
    public Task Does_not_trigger_where_it_is_not(string statements) => Verify.VerifyAnalyzerAsync(ScriptProgram.Of(statements));

    [Fact]
    public Task Raw_literals_are_pointed_into() => Verify.VerifyAnalyzerAsync(ScriptProgram.Of(
        """"
        PythonEngine.Exec("""
            from transformers import pipeline

            f("a",
                trust_remote_code={|SCA1023:True|})
            """);
        """"));

    [Fact]
    public Task Code_with_errors_does_no_harm() => Verify.VerifyAnalyzerAsync(ScriptProgram.Of("""PythonEngine.Exec("f(trust_remote_code=", ; Process.Start("python", "-c"; new ProcessStartInfo { Arguments = };""") with { IgnoreCompilerErrors = true });

    [Theory]
    [InlineData("""PythonEngine.Exec("f(trust_remote_code={|SCA1023:True|})");""", """PythonEngine.Exec("f(trust_remote_code=False)");""")]
    [InlineData("""PythonEngine.Exec(@"f(""a"", trust_remote_code={|SCA1023:True|})");""", """PythonEngine.Exec(@"f(""a"", trust_remote_code=False)");""")]
    [InlineData("""PythonEngine.Exec("\"\u00e9\t\"\nf(trust_remote_code={|SCA1023:True|})");""", """PythonEngine.Exec("\"\u00e9\t\"\nf(trust_remote_code=False)");""")]
    [InlineData("""PythonEngine.Exec($"f({{'trust_remote_code': {|SCA1023:True|}}}, {unknown})");""", """PythonEngine.Exec($"f({{'trust_remote_code': False}}, {unknown})");""")]
    [InlineData("""PythonEngine.Exec("f(trust_remote_code={|SCA1023:True|})"); PythonEngine.Exec("g(trust_remote_code={|SCA1023:True|}, x=1)");""", """PythonEngine.Exec("f(trust_remote_code=False)"); PythonEngine.Exec("g(trust_remote_code=False, x=1)");""")]
    public Task Fix_writes_False(string statements, string wanted) => Verify.VerifyCodeFixAsync(ScriptProgram.Of(statements, wanted));

    [Fact]
    public Task No_fix_for_a_text_that_is_used_elsewhere() => Verify.VerifyCodeFixAsync(ScriptProgram.Of("""var code = "f(trust_remote_code=True)"; PythonEngine.Exec({|SCA1023:code|});"""));
}
