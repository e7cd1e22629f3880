using System.Globalization;
using System.Security.Cryptography;
using System.Text;

namespace SupplyChainAnalyzers.Benchmarks;

/// <summary>A folder of generated GGUF files, each one tensor of noise, with a models.lock over them; gone when disposed.</summary>
internal sealed class ModelSet : IDisposable
{
    public ModelSet(params (int Count, int Size)[] groups)
    {
        Folder = Directory.CreateTempSubdirectory("models-bench-").FullName;
        var models = Directory.CreateDirectory(Path.Combine(Folder, "models")).FullName;
        var files = new SortedDictionary<string, (string Sha256, long Size)>(StringComparer.Ordinal);
        foreach (var (count, size) in groups)
        {
            for (var i = 0; i < count; i++)
                files.Add(string.Create(CultureInfo.InvariantCulture, $"f{size}-{i:0000}.gguf"), default);
        }

        var random = new Random(1);
        foreach (var name in files.Keys.ToList())
        {
            var bytes = new byte[int.Parse(name.AsSpan(1, name.IndexOf('-') - 1), CultureInfo.InvariantCulture)];
            random.NextBytes(bytes);
            GgufHeader(bytes.Length).CopyTo(bytes, 0);
            File.WriteAllBytes(Path.Combine(models, name), bytes);
            files[name] = (Convert.ToHexStringLower(SHA256.HashData(bytes)), bytes.Length);
        }

        Paths = [.. files.Keys.Select(name => Path.Combine(models, name))];
        Bytes = files.Values.Sum(file => file.Size);
        LockPath = Path.Combine(Folder, "models.lock");
        File.WriteAllText(LockPath, Lock(files));
    }

    /// <summary>The folder that holds everything.</summary>
    public string Folder { get; }

    public string LockPath { get; }

    public IReadOnlyList<string> Paths { get; }

    public long Bytes { get; }

    public void Dispose() => Directory.Delete(Folder, recursive: true);

    private const int HeaderLength = 64; // a multiple of the alignment, 32
    private const int Bytes8 = 24; // GGML_TYPE_I8

    // "GGUF", version 3, one tensor, no metadata; name, one dimension, type, offset; padding.
    private static byte[] GgufHeader(int size) =>
    [
        .. "GGUF"u8, 3, 0, 0, 0, .. BitConverter.GetBytes(1L), .. BitConverter.GetBytes(0L),
        .. BitConverter.GetBytes(1L), (byte)'w', .. BitConverter.GetBytes(1), .. BitConverter.GetBytes((long)(size - HeaderLength)), .. BitConverter.GetBytes(Bytes8), .. BitConverter.GetBytes(0L),
        .. new byte[7],
    ];

    private static string Lock(SortedDictionary<string, (string Sha256, long Size)> files)
    {
        var text = new StringBuilder("{\n  \"lockVersion\": 1,\n  \"models\": {\n    \"bench\": {\n      \"path\": \"models\",\n      \"files\": {\n");
        text.AppendJoin(",\n", files.Select(file => string.Create(
            CultureInfo.InvariantCulture,
            $"        \"{file.Key}\": {{ \"sha256\": \"{file.Value.Sha256}\", \"size\": {file.Value.Size}, \"format\": \"gguf\" }}")));
        return text.Append("\n      }\n    }\n  }\n}\n").ToString();
    }
}
