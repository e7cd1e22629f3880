using SupplyChainAnalyzers.Core.Findings;
using SupplyChainAnalyzers.Core.Formats;
using SupplyChainAnalyzers.Scanner.Formats;
using SupplyChainAnalyzers.Scanner.Formats.Cntk;
using SupplyChainAnalyzers.Scanner.Formats.CoreMl;
using SupplyChainAnalyzers.Scanner.Formats.MxNet;
using SupplyChainAnalyzers.Scanner.Formats.Onnx;
using SupplyChainAnalyzers.Scanner.Formats.Paddle;
using SupplyChainAnalyzers.Scanner.Formats.SentencePiece;
using SupplyChainAnalyzers.Scanner.Formats.TensorFlow;
using SupplyChainAnalyzers.Scanner.Input;
using SupplyChainAnalyzers.Scanner.Scanning;
using SupplyChainAnalyzers.Scanner.Tests.Formats.Protobuf;
using SupplyChainAnalyzers.Scanner.Tests.Scanning;

namespace SupplyChainAnalyzers.Scanner.Tests.Formats.Graphs;

/// <summary>Formats with little in them that could act: what that is, and that the rest is clean.</summary>
public sealed class OtherGraphTests
{
    private static byte[] Pieces => new ProtoBuilder().Message(1, Piece("<unk>")).Message(1, Piece("<s>")).Message(1, Piece("</s>")).Message(2, new ProtoBuilder().Text(1, "corpus.txt")).Bytes;

    private static byte[] Parameters
    {
        get
        {
            var description = new ProtoBuilder().Number(1, 5).Number(2, 2).Number(2, 2).Bytes;
            return [.. Samples.U32(0), .. Samples.U64(0), .. Samples.U32(0), .. Samples.U32((uint)description.Length), .. description, .. new byte[16]];
        }
    }

    private static byte[] Arrays =>
    [
        .. Samples.U64(0x112), .. Samples.U64(0), .. Samples.U64(1), .. Samples.U32(0xF993FAC9), .. Samples.U32(0), .. Samples.U32(1), .. Samples.U64(4), .. Samples.U32(1), .. Samples.U32(0),
        .. Samples.U32(0), .. new byte[16], .. Samples.U64(1), .. Samples.U64(1), (byte)'w',
    ];

    [Fact]
    public void Sentence_pieces_are_clean_and_hidden_data_is_not()
    {
        Is(Verdict.Clean, ModelFormats.SentencePiece, Pieces);
        Is(Verdict.Suspicious, ModelFormats.SentencePiece, [.. Pieces, .. new ProtoBuilder().Text(99, "payload").Bytes]);
    }

    [Theory]
    [InlineData("conv2d", Verdict.Clean)]
    [InlineData("py_func", Verdict.Malicious)]
    [InlineData("save_combine", Verdict.Malicious)]
    [InlineData("lite_engine", Verdict.Suspicious)]
    public void Paddle_program_is_judged_by_its_operators(string type, Verdict verdict) => Is(verdict, ModelFormats.PaddlePaddle, Program(type));

    [Fact]
    public void Paddle_parameters_are_clean_when_they_fit()
    {
        Is(Verdict.Clean, ModelFormats.PaddlePaddle, [.. Parameters, .. Parameters]);
        Is(Verdict.Malicious, ModelFormats.PaddlePaddle, Parameters[..^1]);
    }

    [Fact]
    public void MxNet_arrays_are_clean_when_they_fit()
    {
        Is(Verdict.Clean, ModelFormats.MxNet, Arrays);
        Is(Verdict.Suspicious, ModelFormats.MxNet, [.. Arrays, 1, 2, 3]);
        var lie = Arrays;
        lie[40] = 0x7F; // the last byte of the size
        lie[41] = 0x7F;
        Assert.NotEqual(Verdict.Clean, Scanned.Bytes(lie, "m.params").Verdict);
    }

    [Theory]
    [InlineData(140, Verdict.Clean)] // convolution
    [InlineData(500, Verdict.Suspicious)] // custom
    public void Core_ml_layer_is_judged_by_its_kind(int layer, Verdict verdict) =>
        Is(verdict, ModelFormats.CoreMl, CoreMl(500, new ProtoBuilder().Message(1, new ProtoBuilder().Text(1, "l").Message(layer, new ProtoBuilder().Text(10, "MyClass")))));

    [Fact]
    public void Core_ml_custom_model_within_a_pipeline_is_suspicious()
    {
        var inner = new ProtoBuilder().Raw(CoreMl(555, new ProtoBuilder().Text(10, "MyModel")));
        Is(Verdict.Suspicious, ModelFormats.CoreMl, CoreMl(202, new ProtoBuilder().Message(1, inner)));
    }

    [Theory]
    [InlineData("@model_path/weights/weight.bin", Verdict.Clean)]
    [InlineData("@model_path/../../secret", Verdict.Malicious)]
    [InlineData("/etc/passwd", Verdict.Malicious)]
    public void Core_ml_weights_must_lie_beside_the_model(string path, Verdict verdict)
    {
        var value = new ProtoBuilder().Message(5, new ProtoBuilder().Text(1, path));
        var operation = new ProtoBuilder().Text(1, "const").Message(5, new ProtoBuilder().Text(1, "val").Message(2, value));
        var function = new ProtoBuilder().Message(3, new ProtoBuilder().Text(1, "CoreML6").Message(2, new ProtoBuilder().Message(3, operation)));
        Is(verdict, ModelFormats.CoreMl, CoreMl(502, new ProtoBuilder().Number(1, 1).Message(2, new ProtoBuilder().Text(1, "main").Message(2, function))));
    }

    [Fact]
    public void Core_ml_linked_model_elsewhere_is_malicious() =>
        Is(Verdict.Malicious, ModelFormats.CoreMl, CoreMl(556, new ProtoBuilder().Message(1, new ProtoBuilder().Message(1, new ProtoBuilder().Text(1, "../../x.mlmodelc")))));

    [Fact]
    public void Cntk_user_function_is_malicious()
    {
        Is(Verdict.Clean, ModelFormats.Cntk, Cntk("name", "Dense"));
        Is(Verdict.Malicious, ModelFormats.Cntk, Cntk("module", "evil"));
    }

    [Fact]
    public void TensorRt_engine_is_never_clean_and_with_a_plugin_malicious()
    {
        byte[] engine = [.. Samples.Text("ptrt"), .. Samples.U32(1), .. new byte[3000]];
        byte[] card = [0x7F, .. Samples.Text("ELF"), 2, 1, 1, .. new byte[9], 2, 0, 190, 0];
        byte[] library = [0x7F, .. Samples.Text("ELF"), 2, 1, 1, .. new byte[9], 3, 0, 62, 0];
        Is(Verdict.Unscannable, ModelFormats.TensorRt, [.. engine, .. card, .. new byte[100]]);
        Is(Verdict.Malicious, ModelFormats.TensorRt, [.. engine, .. card, .. library, .. new byte[100]]);
    }

    [Fact]
    public void Mutations_never_stop_a_scanner()
    {
        Run(new SentencePieceScanner(), Pieces);
        Run(new PaddleScanner(), Program("conv2d"));
        Run(new PaddleScanner(), [.. Parameters, .. Parameters]);
        Run(new MxNetScanner(), Arrays);
        Run(new CoreMlScanner(), CoreMl(500, new ProtoBuilder().Message(1, new ProtoBuilder().Message(500, new ProtoBuilder().Text(10, "C")))));
        Run(new CntkScanner(), Cntk("module", "evil"));
    }

    [Fact]
    public void Any_message_never_stops_a_scanner()
    {
        IFormatScanner[] scanners = [new OnnxScanner(), new TensorFlowScanner(), new CoreMlScanner(), new PaddleScanner(), new CntkScanner(), new SentencePieceScanner()];
        Mutations.Run([], 4000, bytes => Array.ForEach(scanners, scanner => Quietly(scanner, bytes)));
    }

    private static void Quietly(IFormatScanner scanner, byte[] bytes)
    {
        try
        {
            scanner.Scan(new MemorySource(bytes), ScanContext.ForFile("m", new FindingSink(), Neighbours.None));
        }
        catch (Exception e) when (e is DamagedFileException or LimitExceededException)
        {
            // The next one may read on.
        }
    }

    private static void Run(IFormatScanner scanner, byte[] seed) =>
        Mutations.Run([seed], 1500, bytes => scanner.Scan(new MemorySource(bytes), ScanContext.ForFile("m", new FindingSink(), Neighbours.None)));

    private static ProtoBuilder Piece(string text) => new ProtoBuilder().Text(1, text).Float(2, 0).Number(3, 2);

    private static byte[] Program(string type) => new ProtoBuilder()
        .Message(1, new ProtoBuilder().Number(1, 0).Number(2, -1).Message(4, new ProtoBuilder().Text(3, type).Message(4, new ProtoBuilder().Text(1, "a").Text(5, "b"))))
        .Message(4, new ProtoBuilder().Number(1, 0)).Bytes;

    private static byte[] CoreMl(int kind, ProtoBuilder content)
    {
        var feature = new ProtoBuilder().Text(1, "x").Message(3, new ProtoBuilder().Number(1000, 1));
        return new ProtoBuilder().Number(1, 6).Message(2, new ProtoBuilder().Message(1, feature)).Message(kind, content).Bytes;
    }

    private static byte[] Cntk(string key, string text)
    {
        var value = new ProtoBuilder().Number(1, 1).Number(2, 6).Text(8, text);
        var inner = new ProtoBuilder().Number(1, 1).Message(2, new ProtoBuilder().Text(1, key).Message(2, value));
        var outer = new ProtoBuilder().Number(1, 1).Message(12, inner);
        return new ProtoBuilder().Number(1, 1).Message(2, new ProtoBuilder().Text(1, "root").Message(2, outer)).Bytes;
    }

    private static void Is(Verdict verdict, ModelFormat format, byte[] bytes)
    {
        var scanned = Scanned.Bytes(bytes, "model");
        Assert.True(scanned.Verdict == verdict && scanned.Format == format, scanned.ToString());
    }
}
