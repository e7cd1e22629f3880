using System.Globalization;
using System.Security.Cryptography;

namespace SupplyChainAnalyzers.Generator.Tests;

/// <summary>Texts of models.lock.</summary>
internal static class TestLock
{
    public const string Commit = "043235d6088ecd3dd5fb5ca3592b6913fd516027";

    private const string Source = $$"""  "source": { "type": "huggingface", "repo": "acme/digits", "revision": "{{Commit}}", "resolvedFrom": "main" },  """;

    public static readonly string Empty = Of();

    /// <summary>One model of one file: models/digits/model.onnx.</summary>
    public static readonly string Digits = Of(Model("digits", "models/digits", Source, ("model.onnx", "digits"u8.ToArray())));

    /// <summary>One model of two files.</summary>
    public static readonly string Ner = Of(Model("ner-v2", "models/ner", Source, ("config.json", "{}"u8.ToArray()), ("onnx/model.onnx", "ner"u8.ToArray())));

    public static string Of(params string[] models) => $$"""
        {
          "lockVersion": 1,
          "models": {
            {{string.Join(",\n    ", models)}}
          }
        }
        """;

    public static string Model(string name, string path, params (string Path, byte[] Bytes)[] files) => Model(name, path, "", files);

    public static string Model(string name, string path, string source, params (string Path, byte[] Bytes)[] files)
    {
        var entries = files.Select(static file => string.Create(
            CultureInfo.InvariantCulture,
            $$""" "{{file.Path}}": { "sha256": "{{Convert.ToHexStringLower(SHA256.HashData(file.Bytes))}}", "size": {{file.Bytes.Length}}, "format": "onnx" } """));
        return $$""" "{{name}}": { "path": "{{path}}", {{source}} "files": { {{string.Join(", ", entries)}} } } """;
    }
}
