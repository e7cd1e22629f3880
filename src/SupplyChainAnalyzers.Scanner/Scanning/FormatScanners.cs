using SupplyChainAnalyzers.Core.Formats;
using SupplyChainAnalyzers.Scanner.Formats.Cntk;
using SupplyChainAnalyzers.Scanner.Formats.Compressed;
using SupplyChainAnalyzers.Scanner.Formats.CoreMl;
using SupplyChainAnalyzers.Scanner.Formats.ExecuTorch;
using SupplyChainAnalyzers.Scanner.Formats.Flax;
using SupplyChainAnalyzers.Scanner.Formats.Ggml;
using SupplyChainAnalyzers.Scanner.Formats.Gguf;
using SupplyChainAnalyzers.Scanner.Formats.Hdf5;
using SupplyChainAnalyzers.Scanner.Formats.Jinja;
using SupplyChainAnalyzers.Scanner.Formats.Json;
using SupplyChainAnalyzers.Scanner.Formats.Keras;
using SupplyChainAnalyzers.Scanner.Formats.Llamafile;
using SupplyChainAnalyzers.Scanner.Formats.Markup;
using SupplyChainAnalyzers.Scanner.Formats.MxNet;
using SupplyChainAnalyzers.Scanner.Formats.Native;
using SupplyChainAnalyzers.Scanner.Formats.NumPy;
using SupplyChainAnalyzers.Scanner.Formats.Onnx;
using SupplyChainAnalyzers.Scanner.Formats.Ort;
using SupplyChainAnalyzers.Scanner.Formats.Paddle;
using SupplyChainAnalyzers.Scanner.Formats.Pickle;
using SupplyChainAnalyzers.Scanner.Formats.Plain;
using SupplyChainAnalyzers.Scanner.Formats.Rds;
using SupplyChainAnalyzers.Scanner.Formats.SafeTensors;
using SupplyChainAnalyzers.Scanner.Formats.SentencePiece;
using SupplyChainAnalyzers.Scanner.Formats.SevenZip;
using SupplyChainAnalyzers.Scanner.Formats.Skops;
using SupplyChainAnalyzers.Scanner.Formats.Tar;
using SupplyChainAnalyzers.Scanner.Formats.TensorFlow;
using SupplyChainAnalyzers.Scanner.Formats.TensorRt;
using SupplyChainAnalyzers.Scanner.Formats.TfLite;
using SupplyChainAnalyzers.Scanner.Formats.Torch7;
using SupplyChainAnalyzers.Scanner.Formats.Trees;
using SupplyChainAnalyzers.Scanner.Formats.Zip;

namespace SupplyChainAnalyzers.Scanner.Scanning;

/// <summary>Who inspects what. A format without an entry is recognized, and unscannable.</summary>
internal static class FormatScanners
{
    private static readonly IFormatScanner[] All =
    [
        new CatBoostScanner(),
        new CntkScanner(),
        new CompressedScanner(),
        new CoreMlScanner(),
        new EmptyScanner(),
        new ExecuTorchScanner(),
        new FlaxScanner(),
        new GgmlScanner(),
        new GgufScanner(),
        new Hdf5Scanner(),
        new JinjaScanner(),
        new JsonScanner(),
        new KerasArchiveScanner(),
        new LfsPointerScanner(),
        new LightGbmScanner(),
        new LlamafileScanner(),
        new MxNetScanner(),
        new NumPyScanner(),
        new OnnxScanner(),
        new OrtScanner(),
        new PaddleScanner(),
        new PickleScanner(),
        new PlainTextScanner(),
        new RdsScanner(),
        new SafeTensorsScanner(),
        new SentencePieceScanner(),
        new SevenZipScanner(),
        new SkopsScanner(),
        new TarScanner(),
        new TensorFlowScanner(),
        new TensorRtScanner(),
        new TfLiteScanner(),
        new Torch7Scanner(),
        new UnknownScanner(),
        new XgBoostScanner(),
        new XmlScanner(),
        new ZipScanner(),
    ];

    private static readonly Dictionary<ModelFormat, IFormatScanner> ByFormat =
        All.SelectMany(static scanner => scanner.Formats.Select(format => (format, scanner))).ToDictionary(static pair => pair.format, static pair => pair.scanner);

    public static IFormatScanner? Find(ModelFormat format) => ByFormat.GetValueOrDefault(format);
}
