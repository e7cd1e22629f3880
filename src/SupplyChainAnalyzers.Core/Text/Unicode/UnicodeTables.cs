using System.Globalization;
using System.Text;

namespace SupplyChainAnalyzers.Core.Text.Unicode;

/// <summary>
/// What normalisation and case folding need of the Unicode Character Database. Our own copy, because the answer must be
/// the same on every machine: string.Normalize takes every text for normalised where .NET runs without ICU
/// (InvariantGlobalization, as in many containers), and .NET Framework asks the Windows it runs on. Read on first use.
/// </summary>
internal static class UnicodeTables
{
    private static readonly Lazy<Dictionary<int, Decomposition>> LazyDecompositions = new(static () => Read<Decomposition>("decompositions.txt", static (map, fields) =>
        map.Add(Hex(fields[0]), new Decomposition([.. fields.Skip(2).Select(Hex)], fields[1] == "="))));

    private static readonly Lazy<Dictionary<long, int>> LazyCompositions = new(static () =>
        LazyDecompositions.Value.Where(static pair => pair.Value.IsComposed).ToDictionary(static pair => Pair(pair.Value.To[0], pair.Value.To[1]), static pair => pair.Key));

    private static readonly Lazy<Dictionary<int, byte>> LazyClasses = new(static () => Read<byte>("combining.txt", static (map, fields) =>
    {
        for (var character = Hex(fields[0]); character <= Hex(fields[1]); character++)
            map.Add(character, byte.Parse(fields[2], CultureInfo.InvariantCulture));
    }));

    private static readonly Lazy<Dictionary<int, int[]>> LazyFolds = new(static () => Read<int[]>("casefolding.txt", static (map, fields) =>
        map.Add(Hex(fields[0]), [.. fields.Skip(2).Select(Hex)])));

    /// <summary>Canonical decompositions, one step deep.</summary>
    public static IReadOnlyDictionary<int, Decomposition> Decompositions => LazyDecompositions.Value;

    /// <summary>Full case foldings (CaseFolding.txt, status C and F).</summary>
    public static IReadOnlyDictionary<int, int[]> Folds => LazyFolds.Value;

    /// <summary>The character that two compose to, or -1.</summary>
    public static int Composed(int first, int second) => LazyCompositions.Value.TryGetValue(Pair(first, second), out var composed) ? composed : -1;

    /// <summary>Canonical combining class; 0 for a starter.</summary>
    public static int CombiningClass(int character) => LazyClasses.Value.TryGetValue(character, out var combining) ? combining : 0;

    private static long Pair(int first, int second) => ((long)first << 32) | (uint)second;

    private static int Hex(string text) => int.Parse(text, NumberStyles.HexNumber, CultureInfo.InvariantCulture);

    private static Dictionary<int, T> Read<T>(string name, Action<Dictionary<int, T>, string[]> add)
    {
        using var stream = typeof(UnicodeTables).Assembly.GetManifestResourceStream(name) ?? throw new InvalidOperationException(name + " is not embedded");
        using var reader = new StreamReader(stream, Encoding.ASCII);
        var map = new Dictionary<int, T>();
        while (reader.ReadLine() is { } line)
        {
            if (line[0] != '#')
                add(map, line.Split(' '));
        }

        return map;
    }
}
