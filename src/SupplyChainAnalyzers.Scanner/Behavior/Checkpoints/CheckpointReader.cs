using SupplyChainAnalyzers.Core.Formats;
using SupplyChainAnalyzers.Core.Text;
using SupplyChainAnalyzers.Scanner.Behavior.Inputs;
using SupplyChainAnalyzers.Scanner.Formats;
using SupplyChainAnalyzers.Scanner.Input;
using SupplyChainAnalyzers.Scanner.Scanning;

namespace SupplyChainAnalyzers.Scanner.Behavior.Checkpoints;

/// <summary>Takes a file of weights apart without reading the weights.</summary>
internal static class CheckpointReader
{
    /// <summary>Whether a file is of a format whose weights are looked at without running anything.</summary>
    public static bool Reads(ModelFormat format) => format == ModelFormats.SafeTensors || format == ModelFormats.Gguf;

    /// <summary>One model out of its files.</summary>
    /// <param name="files">The parts, in any order; one where it is not split.</param>
    /// <param name="role">What messages call it.</param>
    /// <exception cref="BehaviorInputException">It is something else, or damaged.</exception>
    public static Checkpoint Read(IReadOnlyList<ByteSource> files, string role)
    {
        try
        {
            Checkpoint[] parts = [.. files.Select(file => Part(file, role))];
            var tensors = parts.SelectMany(static part => part.Tensors).OrderBy(static tensor => tensor.Name, StringComparer.Ordinal).ToArray();
            if (tensors.Zip(tensors.Skip(1)).FirstOrDefault(static pair => pair.First.Name == pair.Second.Name) is { First: { } twice })
                throw new BehaviorInputException($"{role} has the tensor '{Printable.Of(twice.Name, 80)}' twice");

            return new Checkpoint(parts[0].Format, tensors, Merged(parts.Select(static part => part.Texts)), Merged(parts.Select(static part => part.Numbers)))
            {
                Tokenizer = parts.Select(static part => part.Tokenizer).FirstOrDefault(static tokenizer => tokenizer is not null),
            };
        }
        catch (Exception e) when (e is DamagedFileException or LimitExceededException)
        {
            throw new BehaviorInputException($"{role} cannot be read: {e.Message}");
        }
    }

    private static Checkpoint Part(ByteSource file, string role)
    {
        var format = FormatIdentifier.Identify(file).Format;
        return format == ModelFormats.SafeTensors ? SafeTensorsCheckpoint.Read(file)
            : format == ModelFormats.Gguf ? GgufCheckpoint.Read(file)
            : throw new BehaviorInputException($"{role} is recognized as {format.Name}; give safetensors or GGUF");
    }

    private static Dictionary<string, T> Merged<T>(IEnumerable<IReadOnlyDictionary<string, T>> parts)
    {
        var all = new Dictionary<string, T>(StringComparer.Ordinal);
        foreach (var (name, value) in parts.SelectMany(static part => part))
            all.TryAdd(name, value);
        return all;
    }
}
