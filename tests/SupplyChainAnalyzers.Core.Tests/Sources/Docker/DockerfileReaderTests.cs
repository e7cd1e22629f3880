using SupplyChainAnalyzers.Core.Sources;

namespace SupplyChainAnalyzers.Core.Tests.Sources.Docker;

public sealed class DockerfileReaderTests
{
    private const string Digest = "sha256:aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa";

    [Theory]
    [InlineData("RUN hf download acme/bert", "SCA1060", "acme/bert")]
    [InlineData("FROM a\r\nRUN --mount=type=cache,target=/x pip install x && \\\r\n  # comment\r\n\r\n  hf download acme/bert && \\\r\n  rm x\r\n", "SCA1060", "acme/bert")]
    [InlineData("# escape=`\nRUN hf `\n download acme/bert", "SCA1060", "acme/bert")]
    [InlineData("RUN [\"hf\", \"download\", \"acme/bert\"]", "SCA1060", "\"acme/bert\"")]
    [InlineData("RUN <<EOF\nset -e\nhf download acme/bert\nEOF\nRUN x", "SCA1060", "acme/bert")]
    [InlineData("RUN python3 <<EOF\nimport torch\ntorch.load('x')\nEOF", "SCA1024", "torch.load")]
    [InlineData("RUN python3 -c \"from transformers import AutoModel; \\\n  AutoModel.from_pretrained('acme/bert')\"", "SCA1024", "AutoModel.from_pretrained")]
    [InlineData("ARG REPO=acme/bert\nRUN hf download ${REPO}", "SCA1060", "${REPO}")]
    [InlineData("ENV REPO acme/bert\nRUN hf download $REPO", "SCA1060", "$REPO")]
    [InlineData("CMD [\"ollama\", \"run\", \"llama3.2\"]", "SCA1060", "\"llama3.2\"")]
    [InlineData("HEALTHCHECK --interval=5m CMD ollama run llama3.2 x", "SCA1060", "llama3.2")]
    [InlineData("ONBUILD RUN ollama pull llama3.2", "SCA1060", "llama3.2")]
    [InlineData("ADD https://example.com/model.onnx /m/", "SCA1060", "https://example.com/model.onnx")]
    [InlineData("ADD https://huggingface.co/a/b/resolve/main/model.onnx /m/", "SCA1002", "main")]
    [InlineData("ENTRYPOINT [\"vllm\", \"serve\", \"m\", \"--trust-remote-code\"]", "SCA1023", "\"--trust-remote-code\"")]
    public void What_an_instruction_fetches_or_trusts_is_reported_where_it_stands(string text, string rule, string expected)
    {
        var finding = Assert.Single(Read(text).Findings);

        Assert.Equal((rule, expected), (finding.Rule.Id, text.Substring(finding.Start, finding.Length)));
    }

    [Theory]
    [InlineData("# RUN hf download acme/bert")]
    [InlineData("ARG REPO\nRUN hf download ${REPO}")]
    [InlineData("COPY <<EOF /x.sh\nhf download acme/bert\nEOF")]
    [InlineData("ADD --checksum=" + Digest + " https://example.com/model.onnx /m/")]
    [InlineData("RUN [\"hf\", \"download\"")]
    [InlineData("LABEL a=\"hf download acme/bert\"")]
    public void What_fetches_nothing_known_is_not_reported(string text) => Assert.Empty(Read(text).Findings);

    [Fact]
    public void Images_are_facts_and_stages_are_not()
    {
        const string Text = "ARG V=12\nFROM --platform=linux/amd64 host:5000/base:$V@" + Digest + " AS build\nFROM scratch\nFROM build\nCOPY --from=build /a /a\nCOPY --from=0 /b /b\nCOPY --from=tools:1 /c /c\nFROM $UNKNOWN\n";

        Assert.Equal(
            [(SourceFactKind.ContainerImage, "host:5000/base", "12", Digest), (SourceFactKind.ContainerImage, "tools", "1", null)],
            Read(Text).Facts.Select(static fact => (fact.Kind, fact.Name, fact.Version, fact.Digest)));
    }

    [Theory]
    [InlineData("Dockerfile", true)]
    [InlineData("dockerfile.gpu", true)]
    [InlineData("app.Dockerfile", true)]
    [InlineData("Containerfile", true)]
    [InlineData("Dockerfiles", false)]
    public void Files_are_known_by_name(string name, bool isRead) => Assert.Equal(isRead, SourceReaders.Find(name)?.Kind == SourceKind.Dockerfile);

    private static SourceReading Read(string text) => SourceReaders.Find("Dockerfile")!.Read(text, SourceContext.None);
}
