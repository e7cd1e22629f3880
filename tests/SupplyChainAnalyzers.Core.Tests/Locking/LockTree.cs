using System.Security.Cryptography;
using System.Text;
using SupplyChainAnalyzers.Core.Locking;
using SupplyChainAnalyzers.Core.Manifest;

namespace SupplyChainAnalyzers.Core.Tests.Locking;

/// <summary>A folder with small files that are what their extension says; removed at the end.</summary>
internal sealed class LockTree : IDisposable
{
    public LockTree(params string[] files)
    {
        // The temp folder itself may be a link (macOS).
        Root = Directory.CreateTempSubdirectory("sca-lock-").FullName;
        foreach (var file in files)
            Add(file);
    }

    public string Root { get; }

    public string LockPath => Path.Combine(Root, ModelsLock.FileName);

    /// <summary>Adds a file whose content fits its name; another <paramref name="seed"/> gives other bytes of the same format.</summary>
    public LockTree Add(string path, int seed = 0) => Write(path, Content(path, seed));

    public LockTree Write(string path, byte[] content)
    {
        var full = Full(path);
        Directory.CreateDirectory(Path.GetDirectoryName(full)!);
        File.WriteAllBytes(full, content);
        return this;
    }

    public LockTree Write(string path, string content) => Write(path, Encoding.UTF8.GetBytes(content));

    public LockTree Link(string path, string target)
    {
        Directory.CreateDirectory(Path.GetDirectoryName(Full(path))!);
        File.CreateSymbolicLink(Full(path), target);
        return this;
    }

    public string Full(string path) => Path.Combine(Root, path);

    public LockOutcome Build(ModelsLock? before = null, LockOptions? options = null) => LockBuilder.Build(Root, before, options ?? new LockOptions());

    /// <summary>The lock of a tree that has nothing wrong with it.</summary>
    public ModelsLock Lock(ModelsLock? before = null, LockOptions? options = null)
    {
        var outcome = Build(before, options);
        Assert.NotNull(outcome.Lock);
        return outcome.Lock;
    }

    /// <summary>Each model as <c>name = folder: file, file</c>.</summary>
    public static IReadOnlyList<string> Shape(ModelsLock models) =>
        [.. models.Models.Values.Select(static model => $"{model.Name} = {model.Path}: {string.Join(", ", model.Files.Keys)}")];

    public static byte[] Content(string path, int seed)
    {
        var name = Path.GetFileName(path);
        var payload = SHA256.HashData(Encoding.UTF8.GetBytes($"{path} {seed}"));
        return Path.GetExtension(name) switch
        {
            ".gguf" => [.. "GGUF"u8, 3, 0, 0, 0, .. new byte[16], .. payload],
            ".safetensors" => SafeTensors(payload),
            ".onnx" => Onnx(payload),
            ".pkl" => [0x80, 2, .. "cos\nsystem\nq\0X\u0002\0\0\0idq\u0001\u0085q\u0002Rq\u0003."u8],
            ".model" => [0x0A, 0x0E, 0x0A, 0x05, .. "<unk>"u8, 0x15, 0, 0, 0, 0, 0x18, 2, 0x0A, 0x0E, 0x0A, 0x05, .. "<s>aa"u8, 0x15, 0, 0, 0, 0, 0x18, 3],
            ".json" => Encoding.UTF8.GetBytes($$"""{ "seed": "{{Convert.ToHexString(payload)}}" }"""),
            ".txt" or ".md" or ".cs" or ".csproj" => Encoding.UTF8.GetBytes(Convert.ToHexString(payload)),
            _ => [0xFE, 0x01, 0xC3, .. payload],
        };
    }

    public void Dispose() => Directory.Delete(Root, recursive: true);

    private static byte[] SafeTensors(byte[] payload)
    {
        var header = Encoding.UTF8.GetBytes($$$"""{"w":{"dtype":"U8","shape":[{{{payload.Length}}}],"data_offsets":[0,{{{payload.Length}}}]}}""");
        return [.. BitConverter.GetBytes((long)header.Length), .. header, .. payload];
    }

    // ModelProto: ir_version 8, producer_name, graph { name }, opset_import { version 17 }.
    private static byte[] Onnx(byte[] payload)
    {
        var name = Encoding.ASCII.GetBytes(Convert.ToHexString(payload));
        return [0x08, 0x08, 0x12, 0x01, (byte)'t', 0x3A, (byte)(name.Length + 2), 0x12, (byte)name.Length, .. name, 0x42, 0x02, 0x10, 0x11];
    }
}
