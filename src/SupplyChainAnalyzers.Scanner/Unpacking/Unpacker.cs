namespace SupplyChainAnalyzers.Scanner.Unpacking;

/// <summary>
/// A decompressor that runs forward through hostile bytes. Its memory does not depend on what the stream claims, only on
/// what came out of it so far.
/// </summary>
internal abstract class Unpacker
{
    /// <summary>Puts out as many bytes as there are; fewer than asked for only at the end.</summary>
    /// <exception cref="Formats.DamagedFileException">The stream is not what its format allows; what came out before is real.</exception>
    public abstract int Read(Span<byte> into);

    /// <summary>Where the first byte stands that was not used; meaningful once the end was reached.</summary>
    public abstract long Position { get; }
}
