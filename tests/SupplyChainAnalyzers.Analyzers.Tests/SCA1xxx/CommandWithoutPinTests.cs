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
    [InlineData("""var info = new ProcessStartInfo("ollama"); info.ArgumentList.Add("pull"); info.ArgumentList.Add("{|SCA1060:llama3.2|}");""")]
    [InlineData("""var info = new ProcessStartInfo { FileName = "ollama" }; if (unknown.Length > 3) { info.ArgumentList.Add("pull"); info.ArgumentList.Add("{|SCA1060:llama3.2|}"); }""")]
    [InlineData("""var info = new ProcessStartInfo(); info.FileName = "/usr/bin/ollama"; info.ArgumentList.Add("pull"); info.ArgumentList.Add("{|SCA1060:llama3.2|}");""")]
    [InlineData("""ProcessStartInfo info; info = new("ollama"); info.ArgumentList.Add("pull"); info.ArgumentList.Add("{|SCA1060:llama3.2|}");""")]
    [InlineData("""Process.Start(new ProcessStartInfo("ollama") { ArgumentList = { "pull", "{|SCA1060:llama3.2|}" } });""")]
    [InlineData("""var process = new Process { StartInfo = new ProcessStartInfo("ollama") }; process.StartInfo.ArgumentList.Add("pull"); process.StartInfo.ArgumentList.Add("{|SCA1060:llama3.2|}");""")]
    [InlineData("""Process.Start("ollama", new[] { "pull", "{|SCA1060:llama3.2|}" });""")]
    [InlineData("""Process.Start("ollama", ["pull", "{|SCA1060:llama3.2|}"]);""")]
    [InlineData("""Process.Start(new ProcessStartInfo("hf", new string[] { "download", "{|SCA1060:acme/bert|}", "--local-dir", unknown }));""")]
    [InlineData("""Action later = () => { var info = new ProcessStartInfo("bash"); info.ArgumentList.Add("-c"); info.ArgumentList.Add("ollama pull {|SCA1060:llama3.2|}"); };""")]
    [InlineData("""const string Model = "llama3.2"; var info = new {|SCA1060:ProcessStartInfo|}("ollama"); info.ArgumentList.Add("pull"); info.ArgumentList.Add(Model);""")]
    public Task Triggers_on_arguments_one_by_one(string statements) => Verify.VerifyAnalyzerAsync(ScriptProgram.Of(statements));

    [Theory]
    [InlineData("""var info = new ProcessStartInfo("ollama"); info.ArgumentList.Add("pull"); info.ArgumentList.Add("llama3.2:3b");""")]
    [InlineData("""var info = new ProcessStartInfo("ollama"); info.ArgumentList.Add("pull"); info.ArgumentList.Add(unknown);""")]
    [InlineData("""var info = new ProcessStartInfo(unknown); info.ArgumentList.Add("pull"); info.ArgumentList.Add("llama3.2");""")]
    [InlineData("""var info = new ProcessStartInfo("ollama"); var other = new ProcessStartInfo("echo"); other.ArgumentList.Add("pull"); other.ArgumentList.Add("llama3.2");""")]
    [InlineData("""var info = new ProcessStartInfo("echo"); info.ArgumentList.Add("ollama pull llama3.2");""")]
    [InlineData("""Process.Start("hf", ["download", "acme/bert", "--revision", "043235d6088ecd3dd5fb5ca3592b6913fd516027"]);""")]
    [InlineData("""Process.Start("hf", ["download", "acme/bert", unknown]);""")]
    public Task Does_not_trigger_on_arguments_that_are_pinned_or_unknown(string statements) => Verify.VerifyAnalyzerAsync(ScriptProgram.Of(statements));

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
    [InlineData("""Process.Start("hf", ["download", "acme/bert", "--revision", "{|SCA1060:main|}"]);""", """Process.Start("hf", ["download", "acme/bert", "--revision", "043235d6088ecd3dd5fb5ca3592b6913fd516027"]);""")]
    [InlineData("""var info = new ProcessStartInfo("hf"); info.ArgumentList.Add("download"); info.ArgumentList.Add("{|SCA1060:acme/bert|}");""", """var info = new ProcessStartInfo("hf"); info.ArgumentList.Add("download"); info.ArgumentList.Add("{|SCA1060:acme/bert|}");""")]
    public Task Fix_writes_the_commit_of_the_lock(string statements, string wanted) => Verify.VerifyCodeFixAsync(ScriptProgram.Of(statements, wanted) with { Lock = ScriptProgram.Lock });
}
