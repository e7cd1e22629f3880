using SupplyChainAnalyzers.Core.Sources;

namespace SupplyChainAnalyzers.Core.Tests.Sources;

/// <summary>Every reader over what nobody writes: it must end, throw nothing, and keep its places inside of the text.</summary>
public sealed class HostileSourceTests
{
    private const int Long = 1 << 20;

    private static readonly string[] Pieces =
    [
        "\"", "'", "\"\"\"", "'''", "f'", "f\"{", "{", "}", "(", ")", "[", "]", "\\", "\n", "\r\n", "\r", "\0", "\uFEFF", "#", ",", "=", ":", ";", "|", "&&", "$(", "${", "`", "<<EOF\n", "EOF\n",
        "from transformers import AutoModel\n", "AutoModel.from_pretrained(", "'acme/bert'", "revision=", "trust_remote_code=True", "torch.load(", "import torch\n", "def f(", "class C:\n  ", "lambda ", "for x in ",
        "FROM ", "RUN ", "ADD ", "ARG A=b\n", "hf download ", "ollama pull ", "curl ", "https://huggingface.co/a/b/resolve/main/c.onnx", "python -c ", "git clone ", " ", "  ", "é", "\ud800", "x", "1e", "sudo ",
        "!pip install ", "%%bash\\n", "!{a", "x = !",
        "{\"cells\":[{\"cell_type\":\"code\",\"source\":[", "\"]}]}",
    ];

    // To these formats a lone word is a fault.
    private static readonly string[] Strict = [nameof(SourceKind.PyProject), nameof(SourceKind.PythonLock), nameof(SourceKind.NuGetConfig), nameof(SourceKind.Settings), nameof(SourceKind.Notebook)];

    public static TheoryData<string> Kinds => [.. SourceReaders.All.Select(static reader => reader.Kind.ToString()).Distinct()];

    [Theory]
    [MemberData(nameof(Kinds))]
    public void Nothing_but_one_character_ends(string kind)
    {
        foreach (var piece in Pieces)
            Check(kind, Repeat(piece, Long / 8));
    }

    [Theory]
    [MemberData(nameof(Kinds))]
    public void Lines_without_end_are_read_or_said_not_to_be(string kind)
    {
        Assert.Equal(Strict.Contains(kind), Check(kind, new string('a', Long)).IsIncomplete);
        Assert.True(Check(kind, new string('a', 10 << 20)).IsIncomplete);
    }

    [Theory]
    [MemberData(nameof(Kinds))]
    public void Names_that_lead_to_names_cost_no_more_than_they_are_long(string kind)
    {
        var text = "a0 = ''\nARG A0=\n";
        for (var i = 1; i < 40; i++)
            text += $"a{i} = f'{Repeat($"{{a{i - 1}}}", 1000)}'\nARG A{i}={Repeat($"${{A{i - 1}}}", 1000)}\n";

        Check(kind, text + "from transformers import AutoModel\nAutoModel.from_pretrained(a39)\nFROM ${A39}\nx = y\ny = x\nf(x)");
    }

    [Theory]
    [MemberData(nameof(Kinds))]
    public void Random_pieces_in_a_row_do_no_harm(string kind)
    {
        var random = new Random(20261121);
        for (var i = 0; i < 3000; i++)
            Check(kind, string.Concat(Enumerable.Range(0, random.Next(40)).Select(_ => Pieces[random.Next(Pieces.Length)])));
    }

    private static SourceReading Check(string kind, string text)
    {
        var reading = SourceReaders.All.First(reader => reader.Kind.ToString() == kind).Read(text, SourceContext.None);

        Assert.All(reading.Facts, fact => Assert.InRange(fact.Start + fact.Length, fact.Start, text.Length));
        Assert.All(reading.Findings, finding => Assert.InRange(finding.Start + finding.Length, finding.Start, text.Length));
        Assert.Equal(reading.Findings.Count, reading.FindingsIn("/a").Count);
        return reading;
    }

    private static string Repeat(string piece, int length) => string.Concat(Enumerable.Repeat(piece, Math.Max(1, length / piece.Length)));
}
