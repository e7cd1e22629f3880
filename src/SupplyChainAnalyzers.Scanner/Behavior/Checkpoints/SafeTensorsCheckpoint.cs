using SupplyChainAnalyzers.Core.Formats;
using SupplyChainAnalyzers.Scanner.Formats;
using SupplyChainAnalyzers.Scanner.Formats.SafeTensors;
using SupplyChainAnalyzers.Scanner.Input;
using SupplyChainAnalyzers.Scanner.Scanning;

namespace SupplyChainAnalyzers.Scanner.Behavior.Checkpoints;

/// <summary>Tensors and metadata of a safetensors file. A header that lies is not believed: its file is damaged.</summary>
internal static class SafeTensorsCheckpoint
{
    private const int MaxTensors = 100_000; // kept in memory at once
    private const int MaxTexts = 1000;
    private const int MaxText = 1 << 16;

    /// <exception cref="DamagedFileException">It lies, or ends too early.</exception>
    /// <exception cref="LimitExceededException">Too many tensors.</exception>
    public static Checkpoint Read(ByteSource file)
    {
        var header = new SafeTensorsHeader(file, static fault => throw new DamagedFileException("it " + fault.Message, fault.At));
        var texts = new Dictionary<string, string>(StringComparer.Ordinal);
        var tensors = new List<CheckpointTensor>();
        foreach (var tensor in header.Read((name, text, _) => Keep(texts, name, text)))
        {
            if (tensors.Count == MaxTensors)
                throw new LimitExceededException($"it has more than {MaxTensors} tensors");

            tensors.Add(new CheckpointTensor(tensor.Name, tensor.Type!, [.. tensor.Shape!], new SliceSource(file, header.DataStart + tensor.Start, tensor.End - tensor.Start, "a tensor")));
        }

        return new Checkpoint(ModelFormats.SafeTensors, tensors, texts, new Dictionary<string, long>());
    }

    private static void Keep(Dictionary<string, string> texts, string name, string text)
    {
        if (texts.Count < MaxTexts && text.Length <= MaxText)
            texts[name] = text;
    }
}
