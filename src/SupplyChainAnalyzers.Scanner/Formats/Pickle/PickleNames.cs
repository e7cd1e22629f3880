using System.Text;
using SupplyChainAnalyzers.Scanner.Judging;
using SupplyChainAnalyzers.Scanner.Scanning;

namespace SupplyChainAnalyzers.Scanner.Formats.Pickle;

/// <summary>The names a file imports, each once, with a number.</summary>
internal sealed class PickleNames
{
    /// <summary>Stands for no name.</summary>
    public const int Unnamed = 0xFFFF;

    private const int MaxLength = 1000; // characters of a name that are kept

    private readonly List<PickleName> _names = [];
    private readonly Dictionary<string, int> _numbers = new(StringComparer.Ordinal);
    private readonly char[] _key = new char[(2 * MaxLength) + 1];

    public PickleName this[int number] => _names[number];

    public int Count => _names.Count;

    /// <summary>The number of a name in UTF-8; nothing is allocated for one that is known.</summary>
    public int Number(ReadOnlySpan<byte> module, ReadOnlySpan<byte> attribute)
    {
        var length = Encoding.UTF8.GetChars(Cut(module), _key);
        _key[length++] = '\n';
        length += Encoding.UTF8.GetChars(Cut(attribute), _key.AsSpan(length));
        return Number(_key.AsSpan(0, length));
    }

    public int Number(string module, string attribute) => Number($"{Cut(module)}\n{Cut(attribute)}".AsSpan());

    private int Number(ReadOnlySpan<char> key)
    {
        var known = _numbers.GetAlternateLookup<ReadOnlySpan<char>>();
        if (known.TryGetValue(key, out var number))
            return number;

        if (_names.Count == Unnamed)
            throw new LimitExceededException($"it imports more than {Unnamed} names");

        var text = key.ToString();
        var split = text.IndexOf('\n', StringComparison.Ordinal);
        var (module, attribute) = (text[..split], text[(split + 1)..]);
        _names.Add(new PickleName(module, attribute, Judge(module, attribute)));
        _numbers.Add(text, _names.Count - 1);
        return _names.Count - 1;
    }

    private static CallableJudgement Judge(string module, string attribute)
    {
        if (PickleGuards.Find(module + "." + attribute) != PickleGuard.None)
            return new CallableJudgement(CallableRisk.Harmless, "");

        // TorchScript's own classes; Python has no module of that name.
        var judgement = Callables.Judge(module, attribute);
        return judgement.Risk == CallableRisk.Unknown && (module == "__torch__" || module.StartsWith("__torch__.", StringComparison.Ordinal)) ? new CallableJudgement(CallableRisk.HarmlessAsClass, "") : judgement;
    }

    private static ReadOnlySpan<byte> Cut(ReadOnlySpan<byte> name) => name[..Math.Min(name.Length, MaxLength)];

    private static string Cut(string name) => name.Length <= MaxLength ? name : name[..MaxLength];
}
