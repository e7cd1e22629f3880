using System.Buffers.Binary;
using System.IO.Compression;
using SupplyChainAnalyzers.Scanner.Tests;

namespace SupplyChainAnalyzers.Benchmarks;

/// <summary>Files of the sizes and shapes that the peers were measured with.</summary>
internal sealed class SpeedFiles : IDisposable
{
    private const int Block = 10 << 20;
    private const int Blocks = 20;
    private const int Floats = 22_000_000;
    private const int BatchSize = 1000; // what CPython's pickler puts between two APPENDS

    private readonly string _folder = Directory.CreateTempSubdirectory("supplychain-bench-").FullName;

    public void Dispose() => Directory.Delete(_folder, recursive: true);

    /// <summary>200 MB of 20 byte strings.</summary>
    public string TensorPickle() => Write("tensors.pkl", static stream =>
    {
        stream.Write([0x80, 4, (byte)']', 0x94, (byte)'(']);
        Span<byte> head = stackalloc byte[5];
        for (var i = 0; i < Blocks; i++)
        {
            head[0] = (byte)'B';
            BinaryPrimitives.WriteInt32LittleEndian(head[1..], Block);
            stream.Write(head);
            stream.Write(Noise(i));
            stream.WriteByte(0x94);
        }

        stream.Write("e."u8);
    });

    /// <summary>198 MB of 22 million floats.</summary>
    public string FloatPickle() => Write("floats.pkl", static stream =>
    {
        stream.Write([0x80, 4, (byte)']', 0x94, (byte)'(']);
        Span<byte> number = stackalloc byte[9];
        number[0] = (byte)'G';
        for (var i = 0; i < Floats; i++)
        {
            BinaryPrimitives.WriteDoubleBigEndian(number[1..], i * 0.001);
            stream.Write(number);
            if (i % BatchSize == BatchSize - 1)
                stream.Write("e("u8);
        }

        stream.Write("e."u8);
    });

    /// <summary>200 MB of storages in a zip, stored as torch.save does.</summary>
    public string TorchZip() => Write("model.pt", static stream =>
    {
        using var zip = new ZipArchive(stream, ZipArchiveMode.Create);
        Member(zip, "model/data.pkl", Samples.Pickle);
        for (var i = 0; i < Blocks; i++)
            Member(zip, $"model/data/{i}", Noise(i));
        Member(zip, "model/version", Samples.Text("3\n"));
    });

    /// <summary>Small models of five formats in one folder.</summary>
    public IReadOnlyList<string> Small(int count)
    {
        byte[][] contents = [Samples.Pickle, Samples.SafeTensors, Samples.Onnx, Samples.Gguf, Samples.NumPy];
        var folder = Directory.CreateDirectory(Path.Combine(_folder, "small")).FullName;
        var paths = Enumerable.Range(0, count).Select(index => Path.Combine(folder, $"{index}.bin")).ToArray();
        for (var i = 0; i < count; i++)
            File.WriteAllBytes(paths[i], contents[i % contents.Length]);

        return paths;
    }

    private static void Member(ZipArchive zip, string name, byte[] content)
    {
        using var entry = zip.CreateEntry(name, CompressionLevel.NoCompression).Open();
        entry.Write(content);
    }

    private static byte[] Noise(int seed)
    {
        var bytes = new byte[Block];
        new Random(seed).NextBytes(bytes);
        return bytes;
    }

    private string Write(string name, Action<Stream> content)
    {
        var path = Path.Combine(_folder, name);
        using var stream = new FileStream(path, FileMode.Create, FileAccess.ReadWrite, FileShare.None, bufferSize: 1 << 20);
        content(stream);
        return path;
    }
}
