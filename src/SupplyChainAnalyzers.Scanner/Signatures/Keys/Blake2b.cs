using System.Buffers.Binary;
using System.Numerics;

namespace SupplyChainAnalyzers.Scanner.Signatures.Keys;

/// <summary>BLAKE2b with a digest of 64 bytes and no key (RFC 7693), which model signing knows as <c>blake2b</c>.</summary>
internal sealed class Blake2b
{
    public const int DigestSize = 64;
    private const int BlockSize = 128;
    private const int Rounds = 12;

    // RFC 7693 §2.6: those of SHA-512
    private static readonly ulong[] Initial =
    [
        0x6a09e667f3bcc908, 0xbb67ae8584caa73b, 0x3c6ef372fe94f82b, 0xa54ff53a5f1d36f1,
        0x510e527fade682d1, 0x9b05688c2b3e6c1f, 0x1f83d9abfb41bd6b, 0x5be0cd19137e2179,
    ];

    // RFC 7693 §2.7
    private static readonly byte[][] Sigma =
    [
        [0, 1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12, 13, 14, 15],
        [14, 10, 4, 8, 9, 15, 13, 6, 1, 12, 0, 2, 11, 7, 5, 3],
        [11, 8, 12, 0, 5, 2, 15, 13, 10, 14, 3, 6, 7, 1, 9, 4],
        [7, 9, 3, 1, 13, 12, 11, 14, 2, 6, 5, 10, 4, 0, 15, 8],
        [9, 0, 5, 7, 2, 4, 10, 15, 14, 1, 11, 12, 6, 8, 3, 13],
        [2, 12, 6, 10, 0, 11, 8, 3, 4, 13, 7, 5, 15, 14, 1, 9],
        [12, 5, 1, 15, 14, 13, 4, 10, 0, 7, 6, 3, 9, 2, 8, 11],
        [13, 11, 7, 14, 12, 1, 3, 9, 5, 0, 15, 4, 8, 6, 2, 10],
        [6, 15, 14, 9, 11, 3, 0, 8, 12, 2, 13, 7, 1, 4, 10, 5],
        [10, 2, 8, 4, 7, 6, 1, 5, 15, 11, 9, 14, 3, 12, 13, 0],
    ];

    private readonly ulong[] _state = (ulong[])Initial.Clone();
    private readonly byte[] _block = new byte[BlockSize];
    private readonly ulong[] _words = new ulong[16];
    private readonly ulong[] _work = new ulong[16];
    private int _filled;
    private ulong _length;

    public Blake2b() => _state[0] ^= 0x01010000 ^ DigestSize;

    public static byte[] Hash(ReadOnlySpan<byte> data)
    {
        var hash = new Blake2b();
        hash.Append(data);
        return hash.Finish();
    }

    public void Append(ReadOnlySpan<byte> data)
    {
        while (data.Length > 0)
        {
            // The last block is marked, so a full one waits until there is more.
            if (_filled == BlockSize)
                Compress(last: false);

            var count = Math.Min(BlockSize - _filled, data.Length);
            data[..count].CopyTo(_block.AsSpan(_filled));
            _filled += count;
            data = data[count..];
        }
    }

    public byte[] Finish()
    {
        _block.AsSpan(_filled).Clear();
        Compress(last: true);
        var digest = new byte[DigestSize];
        for (var i = 0; i < _state.Length; i++)
            BinaryPrimitives.WriteUInt64LittleEndian(digest.AsSpan(8 * i), _state[i]);
        return digest;
    }

    private void Compress(bool last)
    {
        _length += (ulong)_filled;
        _filled = 0;
        for (var i = 0; i < 16; i++)
            _words[i] = BinaryPrimitives.ReadUInt64LittleEndian(_block.AsSpan(8 * i));

        _state.CopyTo(_work, 0);
        Initial.CopyTo(_work, 8);
        _work[12] ^= _length;
        if (last)
            _work[14] = ~_work[14];

        for (var round = 0; round < Rounds; round++)
            Round(_work, _words, Sigma[round % 10]);

        for (var i = 0; i < 8; i++)
            _state[i] ^= _work[i] ^ _work[i + 8];
    }

    private static void Round(ulong[] v, ulong[] m, byte[] s)
    {
        Mix(v, 0, 4, 8, 12, m[s[0]], m[s[1]]);
        Mix(v, 1, 5, 9, 13, m[s[2]], m[s[3]]);
        Mix(v, 2, 6, 10, 14, m[s[4]], m[s[5]]);
        Mix(v, 3, 7, 11, 15, m[s[6]], m[s[7]]);
        Mix(v, 0, 5, 10, 15, m[s[8]], m[s[9]]);
        Mix(v, 1, 6, 11, 12, m[s[10]], m[s[11]]);
        Mix(v, 2, 7, 8, 13, m[s[12]], m[s[13]]);
        Mix(v, 3, 4, 9, 14, m[s[14]], m[s[15]]);
    }

    private static void Mix(ulong[] v, int a, int b, int c, int d, ulong x, ulong y)
    {
        var (va, vb, vc, vd) = (v[a], v[b], v[c], v[d]);
        va += vb + x;
        vd = BitOperations.RotateRight(vd ^ va, 32);
        vc += vd;
        vb = BitOperations.RotateRight(vb ^ vc, 24);
        va += vb + y;
        vd = BitOperations.RotateRight(vd ^ va, 16);
        vc += vd;
        vb = BitOperations.RotateRight(vb ^ vc, 63);
        (v[a], v[b], v[c], v[d]) = (va, vb, vc, vd);
    }
}
