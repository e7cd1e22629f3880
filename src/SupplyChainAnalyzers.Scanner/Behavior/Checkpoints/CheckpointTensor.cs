using System.Security.Cryptography;
using SupplyChainAnalyzers.Core.Hashing;
using SupplyChainAnalyzers.Scanner.Behavior.Checkpoints.Elements;
using SupplyChainAnalyzers.Scanner.Input;

namespace SupplyChainAnalyzers.Scanner.Behavior.Checkpoints;

/// <summary>A tensor of a file of weights, left in the file.</summary>
/// <param name="Name">Hostile.</param>
/// <param name="Type">As safetensors or ggml calls it; hostile.</param>
/// <param name="Shape">Elements in each dimension, those of a row last.</param>
/// <param name="Content">Its bytes: as many as shape and type need where the type is known.</param>
internal sealed record CheckpointTensor(string Name, string Type, long[] Shape, ByteSource Content)
{
    /// <summary>Numbers in a row that are read at once.</summary>
    private const int MaxRow = 1 << 24;

    private const int HashedAtOnce = 1 << 20;

    /// <summary>Null when its numbers cannot be had.</summary>
    public ElementType? Element { get; } = ElementType.Of(Type);

    public long Count { get; } = Shape.Aggregate(1L, static (product, size) => product * size);

    /// <summary>Numbers of a row.</summary>
    public long Columns => Shape.Length == 0 ? 1 : Shape[^1];

    /// <summary>Rows, whatever the dimensions before the last one are.</summary>
    public long Rows => Columns == 0 ? 0 : Count / Columns;

    /// <summary>Whether it is a matrix whose numbers can be read row by row.</summary>
    public bool IsMatrix => Shape.Length == 2 && IsReadable && Rows > 1 && Columns > 1;

    /// <summary>Whether its numbers can be read row by row.</summary>
    public bool IsReadable => Element is { } element && Count > 0 && Columns <= MaxRow && Columns % element.Elements == 0 && Content.Length == Count / element.Elements * element.Bytes;

    /// <summary>The same for the same type, shape and bytes; 64 hex digits.</summary>
    public string Digest()
    {
        using var hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        hash.AppendData(System.Text.Encoding.UTF8.GetBytes($"{Type}|{string.Join(',', Shape)}|"));
        var buffer = new byte[(int)Math.Clamp(Content.Length, 1, HashedAtOnce)];
        for (long at = 0; at < Content.Length; at += buffer.Length)
        {
            var part = buffer.AsSpan(0, (int)Math.Min(buffer.Length, Content.Length - at));
            Content.ReadExactly(at, part, "a tensor");
            hash.AppendData(part);
        }

        return Hex.Of(hash.GetHashAndReset());
    }

    /// <summary>One row after the other, in the same array each time.</summary>
    public IEnumerable<float[]> ReadRows()
    {
        var element = Element!;
        var (row, bytes) = (new float[Columns], new byte[Columns / element.Elements * element.Bytes]);
        for (long i = 0; i < Rows; i++)
        {
            Content.ReadExactly(i * bytes.Length, bytes, "a tensor");
            element.Decode(bytes, row);
            yield return row;
        }
    }

    /// <summary>All of it.</summary>
    public float[] ReadAll()
    {
        var all = new float[Count];
        var at = 0;
        foreach (var row in ReadRows())
        {
            row.CopyTo(all, at);
            at += row.Length;
        }

        return all;
    }
}
