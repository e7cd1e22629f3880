using SupplyChainAnalyzers.Core.Formats;
using SupplyChainAnalyzers.Scanner.Formats;
using SupplyChainAnalyzers.Scanner.Input;
using SupplyChainAnalyzers.Scanner.Scanning;

namespace SupplyChainAnalyzers.Scanner.Tests.Fuzz;

/// <summary>Every format with a scanner, each with all samples that are identified as it.</summary>
internal static class FuzzFamilies
{
    private const int MaxSeed = 32 << 10;
    private const int MaxMember = 1 << 10;

    /// <summary>Those with a generator of their own.</summary>
    public static readonly string[] Generated = ["pickle", "zip", "gguf", "safetensors", "onnx"];

    private static readonly byte[][] InCode =
    [
        Samples.Pickle, Samples.TextPickle, Samples.PyTorch, Samples.TorchScript, Samples.Keras, Samples.NumPyZip, Samples.Skops, Samples.Mar, Samples.NumPy, Samples.SafeTensors,
        Samples.Gguf, Samples.Onnx, Samples.Tar, Samples.NeMo,
        .. new[]
        {
            "{\"auto_map\": {\"AutoModel\": \"x--y.Model\"}, \"architectures\": [\"A\"]}", "a: !!python/object/apply:os.system [\"id\"]\nb: &x [1, 2]\nc: *x\n",
            "{% for m in messages %}{{ m['content'] | trim }}{% endfor %}", "import os\n\nclass A:\n    def f(self):\n        os.system('id')\n",
            "<?xml version=\"1.0\"?><!DOCTYPE a [<!ENTITY x SYSTEM \"file:///etc/passwd\">]><PMML version=\"4.4\"><Header/></PMML>", "plain text\n",
            "version https://git-lfs.github.com/spec/v1\noid sha256:aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa\nsize 1\n",
        }.Select(Samples.Text),
    ];

    /// <param name="samples">Folder of committed samples; all files below it are read, scripts left out.</param>
    public static IReadOnlyList<FuzzFamily> Of(string samples)
    {
        byte[][] files = [.. InCode, .. Directory.EnumerateFiles(samples, "*", SearchOption.AllDirectories).Order(StringComparer.Ordinal)
            .Where(static path => Path.GetFileName(path) != "make.py" && new FileInfo(path).Length is > 0 and <= MaxSeed).Select(File.ReadAllBytes)];
        var byFormat = files.ToLookup(static bytes => FormatIdentifier.Identify(new MemorySource(bytes)).Format);
        return [.. ModelFormats.All.Where(static format => FormatScanners.Find(format) is not null || Generated.Contains(format.Id))
            .Select(format => new FuzzFamily(format.Id, [.. byFormat[format]], Generator(format.Id, files))).Where(static family => family.Seeds.Length > 0 || family.Generate is not null)];
    }

    private static Func<Random, byte[]> WithMembers(byte[][] contents) => random => ZipGenerator.Next(random, contents);

    private static Func<Random, byte[]>? Generator(string id, byte[][] files) => id switch
    {
        "pickle" => PickleGenerator.Next,
        "zip" => WithMembers([.. files.Where(static file => file.Length <= MaxMember)]),
        "gguf" => GgufGenerator.Next,
        "safetensors" => SafeTensorsGenerator.Next,
        "onnx" => OnnxGenerator.Next,
        _ => null,
    };
}
