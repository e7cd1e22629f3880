using System.Buffers;
using SupplyChainAnalyzers.Core.Findings;
using SupplyChainAnalyzers.Scanner.Formats;
using SupplyChainAnalyzers.Scanner.Input;
using SupplyChainAnalyzers.Scanner.Scanning;

namespace SupplyChainAnalyzers.Scanner.Unpacking;

/// <summary>A compressed stream, run through once: its true length, and its content.</summary>
/// <param name="Content">All that came out, in memory when it is small.</param>
/// <param name="Crc">CRC-32 of it.</param>
/// <param name="Position">Where the first byte behind the stream stands.</param>
/// <param name="Damage">What stopped it before its end; null when nothing did.</param>
internal sealed record Unpacked(ByteSource Content, uint Crc, long Position, DamagedFileException? Damage)
{
    /// <summary>Bytes of a member kept in memory; half as many a container further in.</summary>
    private const int MaxBuffered = 16 << 20;

    /// <summary>Nothing honest is both larger than this and packed more tightly than <see cref="MaxRatio"/>.</summary>
    private const long BombSize = 256 << 20;

    /// <summary>Worth a word, packed so tightly.</summary>
    private const long LargeSize = 64 << 20;

    private const long MaxRatio = 200;
    private const int Step = 64 << 10;

    /// <summary>Unpacks to the end.</summary>
    /// <param name="start">Opens the stream from its beginning.</param>
    /// <param name="packed">Bytes it takes in the file, as an upper limit.</param>
    /// <param name="context">Whose budget it costs.</param>
    /// <exception cref="LimitExceededException">It is a bomb.</exception>
    public static Unpacked Of(Func<Unpacker> start, long packed, ScanContext context)
    {
        var buffered = MaxBuffered >> Math.Min(context.Depth, 4);
        var step = ArrayPool<byte>.Shared.Rent(Step);
        var kept = new MemoryStream();
        long length = 0;
        uint crc = 0;
        DamagedFileException? damage = null;
        Unpacker? unpacker = null;
        try
        {
            unpacker = start();
            while (unpacker.Read(step) is > 0 and var count)
            {
                context.Budget.TakeUnpacked(count);
                crc = Crc32.Append(crc, step.AsSpan(0, count));
                length += count;
                if (length > BombSize && length / MaxRatio > packed)
                    throw context.Budget.Exceeded($"it unpacks to more than {length >> 20} MiB, over {MaxRatio} times its own size");

                if (length <= buffered)
                    kept.Write(step, 0, count);
                else if (kept.Length > 0)
                    kept = new MemoryStream();
            }
        }
        catch (DamagedFileException e)
        {
            damage = e;
        }
        finally
        {
            ArrayPool<byte>.Shared.Return(step);
        }

        if (length > LargeSize && length / MaxRatio > packed)
            context.Report(Rules.ResourceExhaustion, $"unpacks to {length >> 20} MiB, over {MaxRatio} times its own size; open it only where memory is limited", severity: Severity.Medium);

        ByteSource content = length <= buffered ? new MemorySource(kept.ToArray()) : new UnpackedSource(start, length, context.Budget);
        return new Unpacked(content, crc, unpacker?.Position ?? 0, damage);
    }
}
