using SupplyChainAnalyzers.Core.Formats;

namespace SupplyChainAnalyzers.Core.Tests.Formats;

/// <summary>Real exported models, where the workplace has them beside the repository.</summary>
public sealed class ZooTests
{
    [ZooFact]
    public void Exported_models_are_found()
    {
        var wrong = ZooFactAttribute.Files
            .Select(static path => (Path: path, Expected: Path.GetExtension(path) switch { ".onnx" => "onnx", ".npy" => "npy", ".npz" => "npz", _ => null }))
            .Where(static file => file.Expected is not null && SniffFile(file.Path).Id != file.Expected)
            .Select(static file => $"{Path.GetFileName(file.Path)} is {SniffFile(file.Path)}");

        Assert.Empty(wrong);
    }

    private static ModelFormat SniffFile(string path)
    {
        using var file = File.OpenRead(path);
        var head = new byte[FormatSniffer.HeadLength];
        return FormatSniffer.Sniff(head, file.ReadAtLeast(head, head.Length, throwOnEndOfStream: false), file.Length);
    }
}
