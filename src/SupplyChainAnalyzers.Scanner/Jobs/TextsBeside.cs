using System.Security.Cryptography;
using SupplyChainAnalyzers.Core.Hashing;
using SupplyChainAnalyzers.Core.Scanning.Behavior;
using SupplyChainAnalyzers.Scanner.Behavior.Checkpoints;
using SupplyChainAnalyzers.Scanner.Behavior.Inputs;

namespace SupplyChainAnalyzers.Scanner.Jobs;

/// <summary>Reads the texts that lie beside a model and that a question names.</summary>
internal static class TextsBeside
{
    private const int MaxText = 64 << 20; // tokenizers of a quarter million tokens have some 35 MB

    /// <param name="question">Names them.</param>
    /// <param name="path">Of the model.</param>
    /// <param name="prefix">Before their names in the report.</param>
    /// <param name="inputs">Takes their digests.</param>
    /// <exception cref="BehaviorInputException">One is too large.</exception>
    /// <exception cref="IOException">One cannot be read.</exception>
    public static Companions Read(BehaviorQuestion question, string path, string prefix, ICollection<BehaviorInput> inputs)
    {
        var texts = new Dictionary<string, byte[]>(StringComparer.Ordinal);
        foreach (var text in ModelParts.TextsOf(path).Where(question.Beside.Contains))
        {
            var (name, bytes) = (Path.GetFileName(text), WholeFile.Read(text, MaxText, "no tokenizer or template has that size"));
            texts[name] = bytes;
            inputs.Add(new BehaviorInput(prefix + name, Hex.Of(SHA256.HashData(bytes))));
        }

        return new Companions(texts);
    }
}
