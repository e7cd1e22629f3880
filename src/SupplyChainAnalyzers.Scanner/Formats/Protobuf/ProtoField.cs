namespace SupplyChainAnalyzers.Scanner.Formats.Protobuf;

/// <summary>One field of a message that can be edited. As long as nobody looks for more, it is just the bytes that stood in the file.</summary>
internal sealed class ProtoField
{
    public required int Number { get; init; }

    public required ProtoWire Wire { get; init; }

    /// <summary>Of a varint or of fixed bytes.</summary>
    public ulong Value { get; init; }

    /// <summary>Of a counted field.</summary>
    public ReadOnlyMemory<byte> Content { get; init; }

    /// <summary>Where <see cref="Content"/> stood in the file.</summary>
    public long Start { get; init; }

    /// <summary>The whole field as it stood in the file, tag included; empty when it is new.</summary>
    public ReadOnlyMemory<byte> Record { get; init; }

    /// <summary>The content as a message, once it was asked for as one.</summary>
    public ProtoMessage? Message { get; set; }

    private bool IsAsRead => !Record.IsEmpty && Message?.IsChanged != true;

    private long ContentSize => Message?.Size ?? Content.Length;

    public long Size => IsAsRead ? Record.Length : ProtoWriter.SizeOf(ProtoWriter.Tag(Number, Wire)) + Wire switch
    {
        ProtoWire.Varint => ProtoWriter.SizeOf(Value),
        ProtoWire.Fixed32 => sizeof(uint),
        ProtoWire.Fixed64 => sizeof(ulong),
        _ => ContentSize is var size ? ProtoWriter.SizeOf((ulong)size) + size : 0,
    };

    public void Write(ProtoWriter writer)
    {
        if (IsAsRead)
        {
            writer.Raw(Record.Span);
            return;
        }

        writer.Varint(ProtoWriter.Tag(Number, Wire));
        if (Wire == ProtoWire.Varint)
        {
            writer.Varint(Value);
        }
        else if (Wire != ProtoWire.Counted)
        {
            writer.Fixed(Value, Wire == ProtoWire.Fixed32 ? sizeof(uint) : sizeof(ulong));
        }
        else
        {
            writer.Varint((ulong)ContentSize);
            if (Message is null)
                writer.Raw(Content.Span);
            else
                Message.Write(writer);
        }
    }
}
