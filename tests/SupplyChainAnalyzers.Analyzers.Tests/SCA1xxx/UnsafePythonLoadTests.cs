using Verify = SupplyChainAnalyzers.Testing.Verification.CSharpVerifier<SupplyChainAnalyzers.Analyzers.ModelSupplyChainAnalyzer, SupplyChainAnalyzers.CodeFixes.SCA1xxx.UnsafePythonLoadFixer>;

namespace SupplyChainAnalyzers.Analyzers.Tests.SCA1xxx;

public sealed class UnsafePythonLoadTests
{
    private const string Commit = TestLock.Commit;

    [Theory]
    [InlineData("""PythonEngine.Exec("from transformers import AutoModel\n{|SCA1024:AutoModel.from_pretrained|}('acme/bert')");""")]
    [InlineData("""PythonEngine.Exec($"from transformers import AutoModel\n{|SCA1024:AutoModel.from_pretrained|}('{Model}')");""")]
    [InlineData("""PythonEngine.Exec("from transformers import AutoModel\n" + "{|SCA1024:AutoModel.from_pretrained|}('acme/bert')");""")]
    [InlineData("""PythonEngine.Exec("import torch; {|SCA1024:torch.load|}('a.pt')");""")]
    [InlineData("""PyModule.FromString("m", "import pickle; {|SCA1024:pickle.load|}(f)");""")]
    [InlineData("""Process.Start("python", "-c \"import torch; {|SCA1024:torch.load|}('a.pt')\"");""")]
    [InlineData("""Process.Start(new ProcessStartInfo("/usr/bin/python3", "-c 'import joblib; {|SCA1024:joblib.load|}(1)'"));""")]
    public Task Triggers_without_a_pin(string statements) => Verify.VerifyAnalyzerAsync(ScriptProgram.Of(statements));

    [Theory]
    [InlineData("""PythonEngine.Exec("from transformers import AutoModel\nAutoModel.from_pretrained('acme/bert', revision='043235d6088ecd3dd5fb5ca3592b6913fd516027')");""")]
    [InlineData("""PythonEngine.Exec("from transformers import AutoModel\nAutoModel.from_pretrained('./bert')");""")]
    [InlineData("""PythonEngine.Exec($"from transformers import AutoModel\nAutoModel.from_pretrained('{unknown}')");""")]
    [InlineData("""PythonEngine.Exec($"from transformers import AutoModel\nAutoModel.from_pretrained('acme/bert', revision='{unknown}')");""")]
    [InlineData("""PythonEngine.Exec($"from transformers import AutoModel\nAutoModel.from_pretrained('acme/bert', revision={unknown})");""")]
    [InlineData("""PythonEngine.Exec($"from transformers import AutoModel\nAutoModel.from_pretrained('acme/bert', {unknown})");""")]
    [InlineData("""PythonEngine.Exec("import torch; torch.load('a.pt', weights_only=True)");""")]
    [InlineData("""Process.Start("python", "train.py --model acme/bert");""")]
    [InlineData("""Process.Start("python", unknown);""")]
    public Task Does_not_trigger_on_what_is_pinned_local_or_unknown(string statements) => Verify.VerifyAnalyzerAsync(ScriptProgram.Of(statements));

    [Theory]
    [InlineData("""PythonEngine.Exec("from transformers import AutoModel\n{|SCA1024:AutoModel.from_pretrained|}('acme/bert')");""", """PythonEngine.Exec("from transformers import AutoModel\nAutoModel.from_pretrained('acme/bert', revision='043235d6088ecd3dd5fb5ca3592b6913fd516027')");""")]
    [InlineData("""PythonEngine.Exec("import transformers as t\nt.AutoModel.from_pretrained(\"acme/bert\", revision={|SCA1024:\"main\"|})");""", """PythonEngine.Exec("import transformers as t\nt.AutoModel.from_pretrained(\"acme/bert\", revision='043235d6088ecd3dd5fb5ca3592b6913fd516027')");""")]
    [InlineData("""PythonEngine.Exec(@"from transformers import AutoModel; {|SCA1024:AutoModel.from_pretrained|}(""acme/bert"")");""", """PythonEngine.Exec(@"from transformers import AutoModel; AutoModel.from_pretrained(""acme/bert"", revision='043235d6088ecd3dd5fb5ca3592b6913fd516027')");""")]
    public Task Fix_writes_the_commit_of_the_lock(string statements, string wanted) => Verify.VerifyCodeFixAsync(ScriptProgram.Of(statements, wanted) with { Lock = ScriptProgram.Lock });

    [Fact]
    public Task Fix_keeps_the_layout_of_raw_literals() => Verify.VerifyCodeFixAsync(ScriptProgram.Of(
        """"
        PythonEngine.Exec("""
                    from transformers import AutoModel

                    {|SCA1024:AutoModel.from_pretrained|}("acme/bert",
                        token=None)
                    """);
        """",
        $""""
        PythonEngine.Exec("""
                    from transformers import AutoModel

                    AutoModel.from_pretrained("acme/bert",
                        token=None, revision='{Commit}')
                    """);
        """") with
    { Lock = ScriptProgram.Lock });

    [Theory]
    [InlineData("""PythonEngine.Exec("from transformers import AutoModel\n{|SCA1024:AutoModel.from_pretrained|}('other/bert')");""")]
    [InlineData("""PythonEngine.Exec("import torch; {|SCA1024:torch.load|}('a.pt')");""")]
    public Task No_fix_without_a_commit(string statements) => Verify.VerifyCodeFixAsync(ScriptProgram.Of(statements) with { Lock = ScriptProgram.Lock });
}
