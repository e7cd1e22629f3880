using FsCheck;
using FsCheck.Fluent;
using SupplyChainAnalyzers.Core.Sources;

namespace SupplyChainAnalyzers.Core.Tests.Sources;

/// <summary>What holds for every reader, whatever the text.</summary>
public sealed class SourceReaderProperties
{
    private const int Texts = 400;

    private static readonly string[] Fragments =
    [
        "\n", "\r\n", "\r", " ", "\t", "\"", "'", "\"\"\"", "\\", "#", "=", "==", ":", ";", ",", "(", ")", "[", "]", "{", "}", "<", ">", "/", "|", "&", "$", "`", "%", "!", "-", "@", "\0", "\uFEFF", "\uD800", "\u202E", "é", "😀",
        "import torch\n", "torch.load('x')", "AutoModel.from_pretrained(", "trust_remote_code=True", "hf download acme/bert", "ollama pull phi3", "pip install transformrs", "FROM scratch\n", "RUN ", "transformrs",
        "https://huggingface.co/a/b/resolve/main/m.onnx", "git+https://x/y", "[project]\n", "dependencies = [", "  - ", "dependencies:\n", "<PackageReference Include=\"LamaSharp\"/>", "\"Model\": \"gpt-4o\"",
        "{\"cells\":[{\"cell_type\":\"code\",\"source\":[\"", "\\n\",\"", "\"]}]}", "%%bash\\n", "\\u0022",
    ];

    public static TheoryData<string> Kinds => [.. SourceReaders.All.Select(static reader => reader.Kind.ToString()).Distinct()];

    [Theory, MemberData(nameof(Kinds))]
    public void Any_text_gives_places_inside_it_in_order(string kind) => Check.One(Config.QuickThrowOnFailure.WithMaxTest(Texts), Prop.ForAll(Text().ToArbitrary(), text =>
    {
        var reading = Read(kind, text);
        return reading.Findings.All(finding => finding.Start >= 0 && finding.Length >= 0 && finding.Start + finding.Length <= text.Length)
            && reading.Facts.All(fact => fact.Start >= 0 && fact.Length >= 0 && fact.Start + fact.Length <= text.Length)
            && reading.Findings.Select(static finding => finding.Start).SequenceEqual(reading.Findings.Select(static finding => finding.Start).Order());
    }));

    [Theory, MemberData(nameof(Kinds))]
    public void Any_text_gives_the_same_again(string kind) => Check.One(Config.QuickThrowOnFailure.WithMaxTest(Texts), Prop.ForAll(Text().ToArbitrary(), text =>
        Read(kind, text).Findings.SequenceEqual(Read(kind, text).Findings) && Read(kind, text).Facts.SequenceEqual(Read(kind, text).Facts)));

    [Theory, MemberData(nameof(Kinds))]
    public void Any_message_is_one_visible_line(string kind) => Check.One(Config.QuickThrowOnFailure.WithMaxTest(Texts), Prop.ForAll(Text().ToArbitrary(), text =>
        Read(kind, text).Findings.All(static finding => finding.Message.IndexOfAny(['\n', '\r', '\0', '\u202E', '\u001b']) < 0)));

    [Theory, MemberData(nameof(Kinds))]
    public void Any_edit_is_one_of_the_text(string kind) => Check.One(Config.QuickThrowOnFailure.WithMaxTest(Texts), Prop.ForAll(Text().ToArbitrary(), text =>
        Read(kind, text).Findings.All(finding => finding.Edit is not { } edit || (edit.Start >= 0 && edit.Length >= 0 && edit.Start + edit.Length <= text.Length))));

    [Theory, MemberData(nameof(Kinds))]
    public void Text_of_the_limit_is_read_and_a_longer_one_is_not(string kind)
    {
        Assert.True(Read(kind, new string(' ', SourceReader.MaxCharacters + 1)).IsIncomplete);
        Assert.Empty(Read(kind, new string(' ', SourceReader.MaxCharacters)).Findings);
    }

    private static Gen<string> Text() => Gen.OneOf(Gen.Elements(Fragments), Gen.Choose(0, char.MaxValue).Select(static c => ((char)c).ToString())).ArrayOf().Select(string.Concat);

    private static SourceReading Read(string kind, string text) =>
        SourceReaders.All.First(reader => reader.Kind.ToString() == kind).Read(text, new SourceContext(SourceContext.None.Pins, usesModelPackages: true));
}
