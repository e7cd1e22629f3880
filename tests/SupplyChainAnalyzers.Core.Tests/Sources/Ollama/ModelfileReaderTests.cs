using SupplyChainAnalyzers.Core.Sources;

namespace SupplyChainAnalyzers.Core.Tests.Sources.Ollama;

public sealed class ModelfileReaderTests
{
    private const string Digest = "sha256:aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa";

    [Theory]
    [InlineData("FROM llama3.2", "llama3.2", null, null)]
    [InlineData("from  llama3.2:3b \r\nPARAMETER temperature 1", "llama3.2", "3b", null)]
    [InlineData("\uFEFF# FROM x\nFROM library/llama3.2:latest", "library/llama3.2", "latest", null)]
    [InlineData("FROM llama3.2:3b@" + Digest, "llama3.2", "3b", Digest)]
    [InlineData("TEMPLATE \"\"\"\nFROM a\n\"\"\"\nFROM b", "b", null, null)]
    [InlineData("FROM localhost:5000/me/model", "localhost:5000/me/model", null, null)]
    public void Base_model_is_a_fact(string text, string name, string? tag, string? digest)
    {
        var fact = Assert.Single(Read(text).Facts);

        Assert.Equal((SourceFactKind.OllamaModel, name, tag, digest), (fact.Kind, fact.Name, fact.Version, fact.Digest));
        Assert.StartsWith(name, text.Substring(fact.Start, fact.Length), StringComparison.Ordinal);
    }

    [Fact]
    public void Model_of_the_hub_is_a_repository()
    {
        var fact = Assert.Single(Read("FROM hf.co/owner/name-GGUF:Q4_K_M").Facts);

        Assert.Equal((SourceFactKind.HubModel, "owner/name-GGUF", null), (fact.Kind, fact.Name, fact.Version));
    }

    [Theory]
    [InlineData("FROM ./model.gguf")]
    [InlineData("FROM /models/a")]
    [InlineData("FROM model.gguf")]
    [InlineData("FROM ../a")]
    [InlineData("FROM $MODEL")]
    [InlineData("FROM")]
    [InlineData("# FROM a")]
    [InlineData("SYSTEM \"\"\"never closed\nFROM a")]
    [InlineData("")]
    public void What_names_no_model_is_left_out(string text) => Assert.Empty(Read(text).Facts);

    [Theory]
    [InlineData("Modelfile", true)]
    [InlineData("modelfile", true)]
    [InlineData("Modelfile.chat", true)]
    [InlineData("chat.Modelfile", true)]
    [InlineData("Modelfiles", false)]
    public void Files_are_known_by_name(string name, bool isRead) =>
        Assert.Equal(isRead, SourceReaders.Find(name)?.Kind == SourceKind.Modelfile);

    [Fact]
    public void Text_that_is_too_long_is_said_to_be_incomplete()
    {
        var reading = Read("FROM a\n" + new string('\n', SourceReader.MaxCharacters));

        Assert.True(reading.IsIncomplete);
        Assert.Empty(reading.Facts);
    }

    private static SourceReading Read(string text) => SourceReaders.Find("Modelfile")!.Read(text, SourceContext.None);
}
