namespace SupplyChainAnalyzers.Scanner.Input;

/// <summary>A part of another source, without a copy.</summary>
internal sealed class SliceSource : ByteSource
{
    private readonly ByteSource _whole;
    private readonly long _start;

    /// <exception cref="Formats.DamagedFileException">The part does not lie within the whole.</exception>
    public SliceSource(ByteSource whole, long start, long length, string what)
    {
        if (start < 0 || length < 0 || start > whole.Length - length)
            throw new Formats.DamagedFileException($"the file ends within {what}", Math.Clamp(start, 0, whole.Length));

        (_whole, _start, Length) = (whole, start, length);
    }

    public override long Length { get; }

    public override int Read(long offset, Span<byte> into) =>
        offset < 0 || offset >= Length ? 0 : _whole.Read(_start + offset, into[..(int)Math.Min(into.Length, Length - offset)]);
}
