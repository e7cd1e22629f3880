using System.Buffers.Binary;
using System.IO.Compression;
using System.Text;

namespace SupplyChainAnalyzers.Scanner.Tests;

/// <summary>Small whole files of each format, made here byte by byte where no library writes them.</summary>
internal static class Samples
{
    /// <summary>{'weight': 1}, protocol 2.</summary>
    public static byte[] Pickle => [0x80, 2, (byte)'}', (byte)'q', 0, .. Text("X"), 6, 0, 0, 0, .. Text("weight"), (byte)'q', 1, (byte)'K', 1, (byte)'s', (byte)'.'];

    /// <summary>os.system('true'), protocol 0.</summary>
    public static byte[] TextPickle => Text("cos\nsystem\n(S'true'\ntR.");

    public static byte[] PyTorch => Zip(("model/data.pkl", Pickle), ("model/version", Text("3\n")), ("model/data/0", new byte[100]));

    public static byte[] TorchScript => Zip(("model/data.pkl", Pickle), ("model/constants.pkl", Pickle), ("model/code/__torch__.py", Text("pass")), ("model/version", Text("3\n")));

    public static byte[] Keras => Zip(("metadata.json", Text("{}")), ("config.json", Text("{}")), ("model.weights.h5", [0x89, .. Text("HDF\r\n\u001a\n")]));

    public static byte[] NumPyZip => Zip(("a.npy", NumPy), ("b.npy", NumPy));

    public static byte[] Skops => Zip(("schema.json", Text("{}")), ("a.npy", NumPy));

    public static byte[] Mar => Zip(("MAR-INF/MANIFEST.json", Text("{}")), ("handler.py", Text("pass")));

    public static byte[] NumPy
    {
        get
        {
            var header = Text("{'descr': '<f4', 'fortran_order': False, 'shape': (4,), }".PadRight(117) + "\n");
            return [0x93, .. Text("NUMPY"), 1, 0, (byte)header.Length, 0, .. header, .. new byte[16]];
        }
    }

    public static byte[] SafeTensors => SafeTensorsOf("""{"w":{"dtype":"F32","shape":[2,2],"data_offsets":[0,16]}}""", new byte[16]);

    public static byte[] Gguf =>
    [
        .. Text("GGUF"), .. U32(3), .. U64(0), .. U64(1), .. U64(20), .. Text("general.architecture"), .. U32(8), .. U64(5), .. Text("llama"), .. new byte[16],
    ];

    /// <summary>ir_version 8, producer, one-node graph, opset 17.</summary>
    public static byte[] Onnx
    {
        get
        {
            byte[] node = [0x0a, 1, (byte)'x', 0x12, 1, (byte)'y', 0x22, 4, .. Text("Relu")];
            byte[] graph = [0x0a, (byte)node.Length, .. node, 0x12, 1, (byte)'g'];
            return [0x08, 8, 0x12, 4, .. Text("test"), 0x3a, (byte)graph.Length, .. graph, 0x42, 2, 0x10, 17];
        }
    }

    /// <summary>A superblock of version 0, nothing behind it but the name of an attribute.</summary>
    public static byte[] Hdf5Of(string attribute)
    {
        byte[] head = [0x89, .. Text("HDF\r\n\u001a\n"), 0, 0, 0, 0, 0, 8, 8, 0, 4, 0, 16, 0, 0, 0, 0, 0];
        byte[] rest = [.. new byte[40], .. Text(attribute), 0];
        return [.. head, .. U64(0), .. U64(ulong.MaxValue), .. U64((ulong)(head.Length + 32 + rest.Length)), .. U64(ulong.MaxValue), .. rest];
    }

    public static byte[] Tar => TarOf(("a.txt", Text("text")), ("b/", []));

    public static byte[] NeMo => TarOf(("./model_config.yaml", Text("target: x")), ("./model_weights.ckpt", PyTorch));

    public static byte[] SafeTensorsOf(string header, byte[] data) => [.. U64((ulong)Encoding.UTF8.GetByteCount(header)), .. Text(header), .. data];

    public static byte[] TarOf(params (string Name, byte[] Content)[] entries)
    {
        using var stream = new MemoryStream();
        using (var writer = new System.Formats.Tar.TarWriter(stream, System.Formats.Tar.TarEntryFormat.Ustar))
        {
            foreach (var (name, content) in entries)
            {
                var isFolder = name.EndsWith('/');
                var entry = new System.Formats.Tar.UstarTarEntry(isFolder ? System.Formats.Tar.TarEntryType.Directory : System.Formats.Tar.TarEntryType.RegularFile, name);
                if (!isFolder)
                    entry.DataStream = new MemoryStream(content);
                writer.WriteEntry(entry);
            }
        }

        return stream.ToArray();
    }

    public static byte[] Zip(params (string Name, byte[] Content)[] entries)
    {
        using var stream = new MemoryStream();
        using (var archive = new ZipArchive(stream, ZipArchiveMode.Create))
        {
            foreach (var (name, content) in entries)
            {
                using var target = archive.CreateEntry(name, CompressionLevel.NoCompression).Open();
                target.Write(content);
            }
        }

        return stream.ToArray();
    }

    public static byte[] Text(string text) => Encoding.UTF8.GetBytes(text);

    public static byte[] U32(uint value)
    {
        var bytes = new byte[4];
        BinaryPrimitives.WriteUInt32LittleEndian(bytes, value);
        return bytes;
    }

    public static byte[] U64(ulong value)
    {
        var bytes = new byte[8];
        BinaryPrimitives.WriteUInt64LittleEndian(bytes, value);
        return bytes;
    }
}
