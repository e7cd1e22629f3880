using SupplyChainAnalyzers.Scanner.Input;
using SupplyChainAnalyzers.Scanner.Scanning;

namespace SupplyChainAnalyzers.Scanner.Formats.Protobuf;

/// <summary>The file that messages being edited were read from, and how much of it may become objects.</summary>
internal sealed class ProtoDocument(byte[] bytes)
{
    /// <summary>Of all messages that were looked into; a network of 100 000 nodes has fewer than a third.</summary>
    public const int MaxFields = 4_000_000;

    private int _fields;

    public byte[] Bytes { get; } = bytes;

    public ByteWindow Window { get; } = new(new MemorySource(bytes));

    /// <exception cref="LimitExceededException">There are more fields than any network has.</exception>
    public void Count(long offset)
    {
        if (++_fields > MaxFields)
            throw new LimitExceededException($"it has more than {MaxFields} fields", offset);
    }
}
