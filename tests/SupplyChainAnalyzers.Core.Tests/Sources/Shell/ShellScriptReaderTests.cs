using SupplyChainAnalyzers.Core.Findings;
using SupplyChainAnalyzers.Core.Sources;

namespace SupplyChainAnalyzers.Core.Tests.Sources.Shell;

public sealed class ShellScriptReaderTests
{
    private const string Commit = "e0bc86c23ce5aae1db576c8cca6f06f1f73af2db";

    [Theory]
    [InlineData("hf download acme/bert", "acme/bert")]
    [InlineData("huggingface-cli download acme/bert model.bin --local-dir x", "acme/bert")]
    [InlineData("hf download --local-dir x 'acme/bert'", "'acme/bert'")]
    [InlineData("hf download acme/bert --revision main", "main")]
    [InlineData("hf download acme/bert --revision=v1", "v1")]
    [InlineData("HF_TOKEN=a sudo -E /usr/bin/hf download acme/bert", "acme/bert")]
    [InlineData("cd x && \\\n  hf \\\r\n download acme/bert # c", "acme/bert")]
    [InlineData("if true; then hf download acme/bert; fi", "acme/bert")]
    [InlineData("R=acme/bert\nhf download $R", "$R")]
    [InlineData("hf download \"${R:-acme/bert}\"", "\"${R:-acme/bert}\"")]
    [InlineData("x=$(hf download acme/bert)", "acme/bert")]
    [InlineData("bash -c 'hf download acme/bert'", "acme/bert")]
    [InlineData("bash <<EOF\nhf download acme/bert\nEOF", "acme/bert")]
    [InlineData("uv run hf download acme/bert", "acme/bert")]
    [InlineData("ollama pull llama3.2", "llama3.2")]
    [InlineData("ollama run llama3.2:latest 'hello'", "llama3.2:latest")]
    [InlineData("docker exec -it box ollama pull llama3.2 2>&1 | tee log", "llama3.2")]
    [InlineData("git clone https://huggingface.co/acme/bert", "https://huggingface.co/acme/bert")]
    [InlineData("git lfs clone --depth 1 https://user:key@huggingface.co/datasets/acme/bert.git dir", "https://user:key@huggingface.co/datasets/acme/bert.git")]
    [InlineData("git clone git@hf.co:acme/bert", "git@hf.co:acme/bert")]
    [InlineData("wget -q https://example.com/a/model.onnx -O m", "https://example.com/a/model.onnx")]
    public void Download_without_a_pin_is_reported(string text, string expected)
    {
        var finding = Assert.Single(Read(text).Findings);

        Assert.Equal((Rules.CommandWithoutPin, expected), (finding.Rule, text.Substring(finding.Start, finding.Length)));
    }

    [Theory]
    [InlineData("hf download acme/bert --revision " + Commit)]
    [InlineData("hf download acme/bert --revision=\"" + Commit + "\"")]
    [InlineData("REV=" + Commit + "\nhf download acme/bert --revision $REV")]
    [InlineData("hf download acme/bert --revision $REV")]
    [InlineData("hf download acme/bert $ARGS")]
    [InlineData("hf download $1")]
    [InlineData("hf download acme/$NAME")]
    [InlineData("for R in a b; do hf download acme/$R; done")]
    [InlineData("hf upload acme/bert .")]
    [InlineData("hf download")]
    [InlineData("echo hf download acme/bert")]
    [InlineData("# hf download acme/bert")]
    [InlineData("cat <<EOF\nhf download acme/bert\nEOF")]
    [InlineData("ollama pull llama3.2:3b")]
    [InlineData("ollama pull $MODEL")]
    [InlineData("ollama create mine -f Modelfile && ollama run mine")]
    [InlineData("ollama serve")]
    [InlineData("git clone https://github.com/acme/bert")]
    [InlineData("git clone https://huggingface.co/spaces/acme/app")]
    [InlineData("git clone https://huggingface.co/acme/bert && git -C bert checkout " + Commit)]
    [InlineData("wget https://example.com/a.zip")]
    [InlineData("wget https://example.com/model.onnx\necho \"abc  model.onnx\" | sha256sum -c")]
    [InlineData("curl https://huggingface.co/acme/bert/resolve/" + Commit + "/model.onnx")]
    [InlineData("curl http://localhost:8080/model.onnx")]
    [InlineData("curl https://huggingface.co/acme/bert/resolve/main/README.md")]
    [InlineData("A=1\nA=2\nollama pull llama$A")]
    public void What_is_pinned_local_or_unknown_is_not_reported(string text) => Assert.Empty(Read(text).Findings);

    [Theory]
    [InlineData("curl https://huggingface.co/acme/bert/resolve/v1/model.onnx", "SCA1003", "v1")]
    [InlineData("curl https://huggingface.co/acme/bert/resolve/deadbee/model.onnx", "SCA1004", "deadbee")]
    [InlineData("wget http://huggingface.co/acme/bert/resolve/main/model.onnx", "SCA1005", "http")]
    [InlineData("wget https://aka.ms/model.onnx", "SCA1009", "https://aka.ms/model.onnx")]
    [InlineData("wget https://github.com/acme/bert/releases/latest/download/model.onnx", "SCA1009", "https://github.com/acme/bert/releases/latest/download/model.onnx")]
    public void Addresses_are_judged_as_in_source_code(string text, string rule, string expected)
    {
        var finding = Assert.Single(Read(text).Findings);

        Assert.Equal((rule, expected), (finding.Rule.Id, text.Substring(finding.Start, finding.Length)));
    }

    [Fact]
    public void Tag_of_an_Ollama_model_comes_from_the_lock()
    {
        var edit = Assert.Single(Read("ollama pull llama3.2 && echo", new SourceContext(SourceLock.Pins("acme/bert", Commit), SourceLock.Ollama("llama3.2", "3b"))).Findings).Edit!;

        Assert.Equal((12, 8, "llama3.2:3b"), (edit.Start, edit.Length, edit.Replacement));
        Assert.Empty(Read("ollama pull llama3.2", new SourceContext(SourceLock.Pins("acme/bert", Commit), SourceLock.Ollama("llama3.2", "latest"))).Findings);
    }

    [Fact]
    public void Branch_in_an_address_is_reported_as_such()
    {
        const string Text = "curl -LO https://huggingface.co/acme/bert/resolve/main/model.onnx";
        var finding = Assert.Single(Read(Text, new SourceContext(SourceLock.Pins("acme/bert", Commit))).Findings);

        Assert.Equal((Rules.FloatingRevision, "main"), (finding.Rule, Text.Substring(finding.Start, finding.Length)));
        Assert.Equal(Commit, finding.Edit!.Replacement);
    }

    [Fact]
    public void Branch_that_a_variable_brings_is_not_changed_where_it_is_used()
    {
        const string Text = "R=main\ncurl https://huggingface.co/acme/bert/resolve/$R/a.onnx";
        var finding = Assert.Single(Read(Text, new SourceContext(SourceLock.Pins("acme/bert", Commit))).Findings);

        Assert.Equal(("https://huggingface.co/acme/bert/resolve/$R/a.onnx", null), (Text.Substring(finding.Start, finding.Length), finding.Edit));
    }

    [Theory]
    [InlineData("hf download acme/bert --quiet", "hf download acme/bert --revision " + Commit + " --quiet")]
    [InlineData("hf download acme/bert --revision main", "hf download acme/bert --revision " + Commit)]
    public void Revision_comes_from_the_lock(string text, string expected)
    {
        var context = new SourceContext(SourceLock.Pins("acme/bert", Commit));
        var edit = Assert.Single(Read(text, context).Findings).Edit!;

        Assert.Equal(expected, text.Remove(edit.Start, edit.Length).Insert(edit.Start, edit.Replacement));
        Assert.Empty(Read(expected, context).Findings);
    }

    [Theory]
    [InlineData("python3 -c \"import torch; torch.load('a.pt')\"", "SCA1024", "torch.load")]
    [InlineData("python - <<'EOF'\nimport torch\ntorch.load('a.pt')\nEOF\necho", "SCA1024", "torch.load")]
    [InlineData("python -c 'f(trust_remote_code=True)'", "SCA1023", "True")]
    [InlineData("vllm serve acme/bert --trust-remote-code", "SCA1023", "--trust-remote-code")]
    [InlineData("python -m vllm.entrypoints.api_server --trust_remote_code=True", "SCA1023", "--trust_remote_code=True")]
    public void Python_in_commands_is_judged_as_Python(string text, string rule, string expected)
    {
        var finding = Assert.Single(Read(text).Findings);

        Assert.Equal((rule, expected, null), (finding.Rule.Id, text.Substring(finding.Start, finding.Length), finding.Edit));
    }

    [Theory]
    [InlineData("vllm serve acme/bert --trust-remote-code false")]
    [InlineData("vllm serve acme/bert --trust-remote-code=$X")]
    [InlineData("grep -r -- --trust-remote-code .")]
    [InlineData("python script.py -c 'f(trust_remote_code=True)'")]
    public void Remote_code_that_is_not_trusted_is_not_reported(string text) => Assert.Empty(Read(text).Findings);

    [Fact]
    public void What_is_used_is_a_fact()
    {
        var facts = Read("ollama pull llama3.2:3b\nhf download acme/data --repo-type dataset\nwget https://example.com/model.onnx").Facts;

        Assert.Equal(
            [(SourceFactKind.OllamaModel, "llama3.2", "3b"), (SourceFactKind.HubDataset, "acme/data", null), (SourceFactKind.Url, "https://example.com/model.onnx", null)],
            facts.Select(static fact => (fact.Kind, fact.Name, fact.Version)));
    }

    private static SourceReading Read(string text, SourceContext? context = null) => SourceReaders.Find("a.sh")!.Read(text, context ?? SourceContext.None);
}
