using System.Globalization;
using System.Text;

namespace SupplyChainAnalyzers.Core.Names;

/// <summary>Characters that look like an ASCII letter or digit: confusables.txt, read when the first text that is not ASCII comes.</summary>
internal static class Confusables
{
    private static readonly Lazy<Dictionary<int, char>> Table = new(Read);

    /// <summary>What <paramref name="character"/> looks like; itself when it is ASCII or looks like nothing of the kind.</summary>
    public static int Fold(int character) => character >= 0x80 && Table.Value.TryGetValue(character, out var look) ? look : character;

    private static Dictionary<int, char> Read()
    {
        using var stream = typeof(Confusables).Assembly.GetManifestResourceStream("confusables.txt") ?? throw new InvalidOperationException("confusables.txt is not embedded");
        using var reader = new StreamReader(stream, Encoding.ASCII);
        var table = new Dictionary<int, char>();
        while (reader.ReadLine() is { } line)
        {
            if (line[0] == '#')
                continue;

            var fields = line.Split(' ');
            var first = int.Parse(fields[0], NumberStyles.HexNumber, CultureInfo.InvariantCulture);
            var last = int.Parse(fields[1], NumberStyles.HexNumber, CultureInfo.InvariantCulture);
            for (var character = first; character <= last; character++)
                table.Add(character, (char)(fields[2][0] + character - first));
        }

        return table;
    }
}
