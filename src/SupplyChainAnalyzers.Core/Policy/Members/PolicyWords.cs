using System.Globalization;
using SupplyChainAnalyzers.Core.Documents;
using SupplyChainAnalyzers.Core.Json;
using SupplyChainAnalyzers.Core.Policy.Reading;
using SupplyChainAnalyzers.Core.Text;

namespace SupplyChainAnalyzers.Core.Policy.Members;

/// <summary>The words of an enumeration whose values count from 0, in their order.</summary>
internal sealed class PolicyWords<T>(params string[] words)
    where T : struct, Enum
{
    public IReadOnlyList<string> All => words;

    public string Of(T value) => words[Convert.ToInt32(value, CultureInfo.InvariantCulture)];

    public bool TryRead(JsonNode node, string path, PolicySource source, out T value)
    {
        value = default;
        if (node.StringValue is not { } word)
        {
            source.Wrong(node, $"'{path}' must be a text, not {Kinds.Of(node)}; write {OneOf()}");
            return false;
        }

        int place = Array.IndexOf(words, word);
        if (place < 0)
        {
            source.Wrong(node, $"'{path}' is '{Printable.Of(word)}'; write {OneOf()}{Similar.Suggest(word, words)}");
            return false;
        }

        value = (T)Enum.ToObject(typeof(T), place);
        return true;
    }

    private string OneOf() => words.Length == 1
        ? words[0]
        : string.Join(", ", words.Take(words.Length - 1)) + " or " + words[words.Length - 1];
}
