using Verify = SupplyChainAnalyzers.Testing.Verification.CSharpVerifier<SupplyChainAnalyzers.Analyzers.ModelSupplyChainAnalyzer, SupplyChainAnalyzers.CodeFixes.SCA1xxx.CommandWithoutPinFixer>;

namespace SupplyChainAnalyzers.Analyzers.Tests.SCA1xxx;

public sealed class CommandWithoutPinTests
{
    [Theory]
    [InlineData("""Process.Start("ollama", "pull {|SCA1060:llama3.2|}");""")]
    [InlineData("""Process.Start("hf", $"download {|SCA1060:acme/bert|} --local-dir {unknown}");""")]
    [InlineData("""Process.Start("huggingface-cli", "download acme/bert --revision {|SCA1060:main|}");""")]
    [InlineData("""Process.Start(new ProcessStartInfo("git") { Arguments = "clone {|SCA1060:https://huggingface.co/acme/bert|}" });""")]
    [InlineData("""Process.Start("/bin/bash", "-c \"ollama pull {|SCA1060:llama3.2|} && echo done\"");""")]
    [InlineData("""Process.Start("cmd.exe", "/c ollama pull {|SCA1060:llama3.2|}");""")]
    [InlineData("""Process.Start("powershell", "-NoProfile -Command \"ollama pull {|SCA1060:llama3.2|}\"");""")]
    [InlineData("""Process.Start("curl", "-LO https://huggingface.co/acme/bert/resolve/{|SCA1060:main|}/m.onnx");""")]
    [InlineData("""Process.Start("curl", "-L -o m.onnx {|SCA1060:https://example.com/m.onnx|}");""")]
    public Task Triggers_without_a_pin(string statements) => Verify.VerifyAnalyzerAsync(ScriptProgram.Of(statements));

    [Theory]
    [InlineData("""Process.Start("ollama", "pull llama3.2:3b");""")]
    [InlineData("""Process.Start("ollama", $"pull {unknown}");""")]
    [InlineData("""Process.Start("ollama", "serve");""")]
    [InlineData("""Process.Start("hf", "download acme/bert --revision 043235d6088ecd3dd5fb5ca3592b6913fd516027");""")]
    [InlineData("""Process.Start("hf", $"download acme/bert {unknown}");""")]
    [InlineData("""Process.Start(unknown, "pull llama3.2");""")]
    [InlineData("""Process.Start("https://huggingface.co/acme/bert");""")]
    [InlineData("""Process.Start("git", "clone https://github.com/acme/bert");""")]
    [InlineData("""Console.WriteLine("ollama pull llama3.2");""")]
    public Task Does_not_trigger_on_what_is_pinned_or_unknown(string statements) => Verify.VerifyAnalyzerAsync(ScriptProgram.Of(statements));

    [Theory]
    [InlineData("""Process.Start("hf", "download {|SCA1060:acme/bert|}");""", """Process.Start("hf", "download acme/bert --revision 043235d6088ecd3dd5fb5ca3592b6913fd516027");""")]
    [InlineData("""Process.Start("hf", $"download {|SCA1060:acme/bert|} --local-dir {unknown}");""", """Process.Start("hf", $"download acme/bert --revision 043235d6088ecd3dd5fb5ca3592b6913fd516027 --local-dir {unknown}");""")]
    [InlineData("""Process.Start("hf", "download acme/bert --revision {|SCA1060:main|}");""", """Process.Start("hf", "download acme/bert --revision 043235d6088ecd3dd5fb5ca3592b6913fd516027");""")]
    public Task Fix_writes_the_commit_of_the_lock(string statements, string wanted) => Verify.VerifyCodeFixAsync(ScriptProgram.Of(statements, wanted) with { Lock = ScriptProgram.Lock });
}
