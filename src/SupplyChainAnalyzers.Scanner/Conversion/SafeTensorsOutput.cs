using System.Buffers.Binary;
using System.Security.Cryptography;
using System.Text.Json;
using Microsoft.Win32.SafeHandles;
using SupplyChainAnalyzers.Core.Hashing;

namespace SupplyChainAnalyzers.Scanner.Conversion;

/// <summary>
/// Writes a safetensors file: length of the header 8, header in JSON padded with spaces to eight bytes, then the tensors without gaps, the
/// widest types first so that each is aligned. It is then read again and compared with the source, tensor by tensor.
/// </summary>
internal sealed class SafeTensorsOutput
{
    private const long MaxHeader = 100_000_000; // what safetensors itself reads
    private const int Block = 1 << 20;

    private readonly SafeFileHandle _file;
    private readonly SourceTensor[] _tensors;
    private readonly long[] _starts;
    private readonly byte[] _head;

    public SafeTensorsOutput(SafeFileHandle file, IEnumerable<SourceTensor> tensors)
    {
        _file = file;
        _tensors = [.. tensors.OrderByDescending(static tensor => tensor.Type.Part).ThenBy(static tensor => tensor.Name, StringComparer.Ordinal)];
        _starts = new long[_tensors.Length + 1];
        for (var i = 0; i < _tensors.Length; i++)
            _starts[i + 1] = checked(_starts[i] + _tensors[i].Size);

        _head = Head();
    }

    /// <summary>In the order they are written.</summary>
    public IReadOnlyList<SourceTensor> Tensors => _tensors;

    /// <summary>Writes everything; bytes no tensor hands over are zero.</summary>
    public void Write()
    {
        RandomAccess.SetLength(_file, 0);
        RandomAccess.SetLength(_file, _head.Length + _starts[^1]);
        RandomAccess.Write(_file, _head, 0);
        for (var i = 0; i < _tensors.Length; i++)
        {
            var (start, size) = (_head.Length + _starts[i], _tensors[i].Size);
            _tensors[i].Read((offset, bytes) => RandomAccess.Write(_file, bytes, start + Within(offset, bytes.Length, size)));
        }

        RandomAccess.FlushToDisk(_file);
    }

    /// <summary>Reads a tensor back, compares it with its source, and returns the SHA-256 of its bytes in hex.</summary>
    /// <exception cref="ConversionException">It is not what was read the first time.</exception>
    public string Verify(int index)
    {
        var (start, size) = (_head.Length + _starts[index], _tensors[index].Size);
        var back = new byte[Block];
        _tensors[index].Read((offset, bytes) =>
        {
            for (var done = 0; done < bytes.Length; done += back.Length)
            {
                var part = back.AsSpan(0, Math.Min(back.Length, bytes.Length - done));
                Fill(start + Within(offset, bytes.Length, size) + done, part);
                if (!part.SequenceEqual(bytes.Slice(done, part.Length)))
                    throw new ConversionException($"has a tensor '{Core.Text.Printable.Of(_tensors[index].Name, 80)}' that reads differently the second time; try again");
            }
        });
        return Digest(start, size);
    }

    /// <summary>The SHA-256 of the whole file, and its length.</summary>
    public (string Sha256, long Length) Whole() => (Digest(0, _head.Length + _starts[^1]), _head.Length + _starts[^1]);

    private string Digest(long start, long size)
    {
        using var hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        var block = new byte[Math.Min(Block, size)];
        for (long done = 0; done < size; done += block.Length)
        {
            var part = block.AsSpan(0, (int)Math.Min(block.Length, size - done));
            Fill(start + done, part);
            hash.AppendData(part);
        }

        return Hex.Of(hash.GetHashAndReset());
    }

    private void Fill(long offset, Span<byte> into)
    {
        for (var done = 0; done < into.Length;)
        {
            var count = RandomAccess.Read(_file, into[done..], offset + done);
            done += count > 0 ? count : throw new ConversionException("could not be written: the new file became shorter");
        }
    }

    private byte[] Head()
    {
        using var stream = new MemoryStream();
        stream.Write(new byte[8]);
        using (var json = new Utf8JsonWriter(stream))
        {
            json.WriteStartObject();
            json.WriteStartObject("__metadata__");
            json.WriteString("format", "pt");
            json.WriteEndObject();
            for (var i = 0; i < _tensors.Length; i++)
            {
                json.WriteStartObject(_tensors[i].Name);
                json.WriteString("dtype", _tensors[i].Type.Name);
                json.WriteStartArray("shape");
                foreach (var count in _tensors[i].Shape)
                    json.WriteNumberValue(count);
                json.WriteEndArray();
                json.WriteStartArray("data_offsets");
                json.WriteNumberValue(_starts[i]);
                json.WriteNumberValue(_starts[i + 1]);
                json.WriteEndArray();
                json.WriteEndObject();
            }

            json.WriteEndObject();
        }

        while (stream.Length % 8 != 0)
            stream.WriteByte((byte)' ');
        if (stream.Length - 8 > MaxHeader)
            throw new ConversionException("has more tensors than a safetensors header can name");

        var head = stream.ToArray();
        BinaryPrimitives.WriteInt64LittleEndian(head, head.Length - 8);
        return head;
    }

    private static long Within(long offset, long count, long size) => offset >= 0 && offset <= size - count ? offset : throw new InvalidOperationException("a reader wrote outside of its tensor");
}
