using System.Text;

namespace SupplyChainAnalyzers.Core.Tests.Fuzz;

/// <summary>Makes inputs for a reader of JSON out of valid ones; the same seed makes the same inputs.</summary>
/// <param name="seed">Of the random numbers.</param>
/// <param name="valid">What the reader takes.</param>
internal sealed class JsonMutator(int seed, IEnumerable<string> valid)
{
    private const int MaxMutations = 4;
    private const int MaxRandomLength = 200;

    // Of a hundred inputs: bytes of chance, then tokens of chance; the others are valid ones, mutated.
    private const int RandomPercent = 4;
    private const int TokenPercent = 12;

    private static readonly byte[][] Tokens = [.. LockSeeds.Tokens.Select(Encoding.UTF8.GetBytes), [0xFF], [0xC0, 0x80], [0xED, 0xA0, 0x80], [0xEF, 0xBB, 0xBF], [0xF0, 0x9F]];

#pragma warning disable CA5394 // not a secret: a run must be repeatable
    private readonly Random _random = new(seed);
    private readonly byte[][] _valid = [.. valid.Select(Encoding.UTF8.GetBytes)];

    public byte[] Next() => _random.Next(100) switch
    {
        < RandomPercent => RandomBytes(),
        < TokenPercent => [.. Enumerable.Range(0, _random.Next(40)).SelectMany(_ => Any(Tokens))],
        _ => Mutated(),
    };

    private byte[] Mutated()
    {
        var bytes = new List<byte>(Any(_valid));
        for (var i = _random.Next(MaxMutations + 1); i > 0 && bytes.Count > 0; i--)
            Mutate(bytes);

        return [.. bytes];
    }

    private void Mutate(List<byte> bytes)
    {
        var (start, length) = Stretch(bytes);
        switch (_random.Next(9))
        {
            case 0:
                bytes[start] ^= (byte)(1 << _random.Next(8));
                break;
            case 1:
                bytes[start] = (byte)_random.Next(256);
                break;
            case 2:
                bytes.RemoveRange(start, length);
                break;
            case 3:
                bytes.InsertRange(start, bytes.GetRange(start, length));
                break;
            case 4:
                bytes.InsertRange(start, Any(Tokens));
                break;
            case 5:
                bytes.RemoveRange(start, bytes.Count - start);
                break;
            case 6:
                bytes.InsertRange(start, Any(_valid).Skip(_random.Next(200)).Take(length));
                break;
            default:
                ReplaceToken(bytes, start);
                break;
        }
    }

    // Takes the text around a place out and puts another in, of ours or of this input in upper case: most results are
    // still JSON, and many are still taken.
    private void ReplaceToken(List<byte> bytes, int place)
    {
        var quotes = Enumerable.Range(0, bytes.Count).Where(i => bytes[i] == '"').ToArray();
        if (quotes.Length < 2)
            return;

        var texts = Enumerable.Range(0, quotes.Length / 2).Select(i => (Start: quotes[2 * i], Length: quotes[(2 * i) + 1] - quotes[2 * i] + 1)).ToArray();
        var (start, length) = texts[place % texts.Length];
        var other = texts[_random.Next(texts.Length)];
        var token = _random.Next(2) == 0 ? Any(Tokens) : [.. bytes.GetRange(other.Start, other.Length).Select(static b => b is >= (byte)'a' and <= (byte)'z' ? (byte)(b - 32) : b)];
        bytes.RemoveRange(start, length);
        bytes.InsertRange(start, token);
    }

    private byte[] RandomBytes()
    {
        var bytes = new byte[_random.Next(MaxRandomLength)];
        _random.NextBytes(bytes);
        return bytes;
    }

    private (int Start, int Length) Stretch(List<byte> bytes)
    {
        var start = _random.Next(bytes.Count);
        return (start, _random.Next(1, Math.Min(60, bytes.Count - start) + 1));
    }

    private byte[] Any(byte[][] choices) => choices[_random.Next(choices.Length)];
#pragma warning restore CA5394
}
