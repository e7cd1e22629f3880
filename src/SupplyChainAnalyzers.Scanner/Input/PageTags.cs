using System.Security.Cryptography;

namespace SupplyChainAnalyzers.Scanner.Input;

/// <summary>
/// Tells whether a page is what it was, for a tenth of what SHA-256 costs: the authentication code of AES-GCM (NIST SP 800-38D)
/// under a key of its own that never leaves this process. Who changes the file meanwhile would have to guess it: two different pages have
/// one tag with a chance of 2⁻¹¹⁶.
/// </summary>
internal sealed class PageTags : IDisposable
{
    /// <summary>Bytes of a tag.</summary>
    public const int Size = 16;

    // One for all pages: nothing is encrypted, and no tag is ever shown.
    private static readonly byte[] Nonce = new byte[12];

    private readonly AesGcm _cipher = new(RandomNumberGenerator.GetBytes(16), Size);

    public byte[] Of(ReadOnlySpan<byte> page)
    {
        var tag = new byte[Size];
        _cipher.Encrypt(Nonce, [], [], tag, page);
        return tag;
    }

    public bool Fits(ReadOnlySpan<byte> page, byte[] tag)
    {
        Span<byte> now = stackalloc byte[Size];
        _cipher.Encrypt(Nonce, [], [], now, page);
        return now.SequenceEqual(tag);
    }

    public void Dispose() => _cipher.Dispose();
}
