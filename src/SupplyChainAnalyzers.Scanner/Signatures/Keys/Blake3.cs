using System.Buffers.Binary;
using System.Numerics;

namespace SupplyChainAnalyzers.Scanner.Signatures.Keys;

/// <summary>BLAKE3 with a digest of 32 bytes and no key (BLAKE3 specification, §2), which model signing knows as <c>blake3</c>.</summary>
internal sealed class Blake3
{
    public const int DigestSize = 32;
    private const int ChunkSize = 1024;
    private const int BlockSize = 64;
    private const int Rounds = 7;
    private const int MaxDepth = 54; // 2^54 chunks are 2^64 bytes

    [Flags]
    private enum Domain : uint
    {
        None = 0,
        ChunkStart = 1,
        ChunkEnd = 2,
        Parent = 4,
        Root = 8,
    }

    // Those of SHA-256.
    private static readonly uint[] Initial =
        [0x6A09E667, 0xBB67AE85, 0x3C6EF372, 0xA54FF53A, 0x510E527F, 0x9B05688C, 0x1F83D9AB, 0x5BE0CD19];

    private static readonly byte[] Permutation = [2, 6, 3, 10, 7, 0, 4, 13, 1, 11, 12, 5, 9, 14, 15, 8];

    private readonly uint[][] _stack = new uint[MaxDepth][];
    private readonly byte[] _chunk = new byte[ChunkSize];
    private int _depth;
    private int _filled;
    private ulong _chunks;

    public static byte[] Hash(ReadOnlySpan<byte> data)
    {
        var hash = new Blake3();
        hash.Append(data);
        return hash.Finish();
    }

    public void Append(ReadOnlySpan<byte> data)
    {
        while (data.Length > 0)
        {
            // The last chunk may be the root, so a full one waits until there is more.
            if (_filled == ChunkSize)
                CloseChunk();

            var count = Math.Min(ChunkSize - _filled, data.Length);
            data[..count].CopyTo(_chunk.AsSpan(_filled));
            _filled += count;
            data = data[count..];
        }
    }

    public byte[] Finish()
    {
        var node = ChunkValue(root: _depth == 0);
        for (var i = _depth - 1; i >= 0; i--)
            node = ParentValue(_stack[i], node, root: i == 0);

        var digest = new byte[DigestSize];
        for (var i = 0; i < 8; i++)
            BinaryPrimitives.WriteUInt32LittleEndian(digest.AsSpan(4 * i), node[i]);
        return digest;
    }

    // Subtrees of equal size are joined as soon as both are there.
    private void CloseChunk()
    {
        var node = ChunkValue(root: false);
        _chunks++;
        for (var total = _chunks; (total & 1) == 0; total >>= 1)
            node = ParentValue(_stack[--_depth], node, root: false);

        _stack[_depth++] = node;
        _filled = 0;
    }

    private uint[] ChunkValue(bool root)
    {
        var value = (uint[])Initial.Clone();
        var block = new uint[16];
        var blocks = Math.Max(1, (_filled + BlockSize - 1) / BlockSize);
        _chunk.AsSpan(_filled).Clear();
        for (var i = 0; i < blocks; i++)
        {
            for (var word = 0; word < 16; word++)
                block[word] = BinaryPrimitives.ReadUInt32LittleEndian(_chunk.AsSpan((i * BlockSize) + (4 * word)));

            var last = i == blocks - 1;
            var flags = (i == 0 ? Domain.ChunkStart : Domain.None) | (last ? Domain.ChunkEnd : Domain.None) | (last && root ? Domain.Root : Domain.None);
            value = Compress(value, block, _chunks, (uint)(last ? _filled - (i * BlockSize) : BlockSize), flags);
        }

        return value;
    }

    private static uint[] ParentValue(uint[] left, uint[] right, bool root) =>
        Compress(Initial, [.. left, .. right], 0, BlockSize, Domain.Parent | (root ? Domain.Root : Domain.None));

    private static uint[] Compress(uint[] chaining, uint[] block, ulong counter, uint length, Domain flags)
    {
        uint[] v = [.. chaining, .. Initial.AsSpan(0, 4), (uint)counter, (uint)(counter >> 32), length, (uint)flags];
        var m = (uint[])block.Clone();
        for (var round = 0; round < Rounds; round++)
        {
            Mix(v, 0, 4, 8, 12, m[0], m[1]);
            Mix(v, 1, 5, 9, 13, m[2], m[3]);
            Mix(v, 2, 6, 10, 14, m[4], m[5]);
            Mix(v, 3, 7, 11, 15, m[6], m[7]);
            Mix(v, 0, 5, 10, 15, m[8], m[9]);
            Mix(v, 1, 6, 11, 12, m[10], m[11]);
            Mix(v, 2, 7, 8, 13, m[12], m[13]);
            Mix(v, 3, 4, 9, 14, m[14], m[15]);
            m = [.. Permutation.Select(from => m[from])];
        }

        for (var i = 0; i < 8; i++)
            v[i] ^= v[i + 8];
        return v[..8];
    }

    private static void Mix(uint[] v, int a, int b, int c, int d, uint x, uint y)
    {
        v[a] += v[b] + x;
        v[d] = BitOperations.RotateRight(v[d] ^ v[a], 16);
        v[c] += v[d];
        v[b] = BitOperations.RotateRight(v[b] ^ v[c], 12);
        v[a] += v[b] + y;
        v[d] = BitOperations.RotateRight(v[d] ^ v[a], 8);
        v[c] += v[d];
        v[b] = BitOperations.RotateRight(v[b] ^ v[c], 7);
    }
}
