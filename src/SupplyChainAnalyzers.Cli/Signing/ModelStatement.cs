using System.Security.Cryptography;
using System.Text;
using SupplyChainAnalyzers.Core.Json;

namespace SupplyChainAnalyzers.Cli.Signing;

/// <summary>What is signed: an in-toto statement about a model's files (OpenSSF Model Signing 1.0 §6).</summary>
internal static class ModelStatement
{
    /// <param name="model">Name of the model, for people.</param>
    /// <param name="files">Names and SHA-256.</param>
    /// <param name="ignored">What was left out.</param>
    public static byte[] Write(string model, IReadOnlyList<(string Name, string Sha256)> files, IReadOnlyList<string> ignored)
    {
        var root = SHA256.HashData([.. files.SelectMany(static file => Convert.FromHexString(file.Sha256))]);
        var json = JsonWriter.Compact().BeginObject()
            .Member("_type", "https://in-toto.io/Statement/v1")
            .Name("subject").BeginArray().BeginObject()
            .Member("name", model).Name("digest").BeginObject().Member("sha256", Convert.ToHexStringLower(root)).EndObject()
            .EndObject().EndArray()
            .Member("predicateType", "https://model_signing/signature/v1.0")
            .Name("predicate").BeginObject().Name("resources").BeginArray();
        foreach (var (name, sha256) in files)
            json.BeginObject().Member("name", name).Member("algorithm", "sha256").Member("digest", sha256).EndObject();

        json.EndArray().Name("serialization").BeginObject().Member("method", "files").Member("hash_type", "sha256").Member("allow_symlinks", false);
        if (ignored.Count > 0)
        {
            json.Name("ignore_paths").BeginArray();
            foreach (var path in ignored)
                json.String(path);
            json.EndArray();
        }

        return Encoding.UTF8.GetBytes(json.EndObject().EndObject().EndObject().ToString());
    }
}
