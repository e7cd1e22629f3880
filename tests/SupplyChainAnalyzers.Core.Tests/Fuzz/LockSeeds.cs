using SupplyChainAnalyzers.Core.Manifest;

namespace SupplyChainAnalyzers.Core.Tests.Fuzz;

/// <summary>Valid locks to start from, and pieces to put into them.</summary>
internal static class LockSeeds
{
    private const string Sha = "aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa";
    private const string Commit = "043235d6088ecd3dd5fb5ca3592b6913fd516027";
    private const string File = $$"""{ "sha256": "{{Sha}}", "size": 758, "format": "onnx" }""";

    private static readonly string? Tree = TreeHash.Of([new ModelFile { Path = "f", Sha256 = Sha, Size = 758, Format = "onnx" }]);

    public static readonly string[] All =
    [
        """{"lockVersion":1,"models":{}}""",
        $$"""{ "lockVersion": 1, "models": { "m": { "path": ".", "files": { "a.onnx": {{File}}, "b/c.onnx": {{File}} } } } }""",
        $$"""
        {
          "$schema": "./models.lock.v1.json",
          "lockVersion": 1,
          "models": {
            "ner": {
              "path": "models/ner",
              "source": { "type": "huggingface", "repo": "acme/ner", "revision": "{{Commit}}", "resolvedFrom": "v2.1.0" },
              "role": "finetune",
              "license": "Apache-2.0",
              "files": {
                "\u00e9/model.onnx": {{File}}
              },
              "presence": "checkout"
            }
          }
        }
        """,
        $$"""
        { "lockVersion": 1, "models": {
          "a": { "path": "a", "source": { "type": "oci", "host": "r.example:5000", "repo": "m/a", "revision": "sha256:{{Sha}}" }, "files": { "f": {{File}} } },
          "b": { "path": "b", "source": { "type": "ollama", "model": "llama3.2", "revision": "sha256:{{Sha}}", "resolvedFrom": "latest" }, "files": { "f": {{File}} }, "presence": "fetch" },
          "c": { "path": "c", "source": { "type": "github", "repo": "o/r", "asset": "f.onnx", "revision": "sha256:{{Sha}}" }, "files": { "f": {{File}} }, "presence": "deploy" },
          "d": { "path": "d", "source": { "type": "url", "url": "https://a.example/f?x" }, "files": { "f": {{File}} } } } }
        """,
        """
        { "lockVersion": 1, "models": {
          "e": { "path": "e", "source": { "type": "external", "uri": "s3://bucket/e", "version": "7" }, "files": {}, "presence": "external" },
          "g": { "path": "g", "source": { "type": "local" }, "files": { "f": { "format": "onnx" } }, "presence": "built", "role": "base" } },
          "hosted": { "chat": { "provider": "openai", "endpoint": "http://localhost:11434/v1", "model": "gpt-4o-2024-08-06" } } }
        """,
        $$"""
        { "lockVersion": 1, "models": { "p": { "path": "p", "files": { "f": {{File}} }, "treeHash": "{{Tree}}",
          "signature": { "type": "oms", "bundle": "model.sig", "signer": "x" },
          "provenance": { "baseModel": "q", "datasets": { "d": { "version": "1", "files": { "t.jsonl": { "sha256": "{{Sha}}", "size": 1 } } } },
            "training": { "frameworks": { "torch": "2.6.0" }, "seed": "1", "hyperparameters": { "epochs": "3" }, "hardware": "x" },
            "attestation": "p.jsonl", "evaluation": { "accuracy/test": "0.9" } },
          "behavior": { "probe": { "path": "p.npz", "sha256": "{{Sha}}" }, "training": { "path": "t.npz", "sha256": "{{Sha}}" }, "golden": { "sha256": "{{Sha}}", "tolerance": "1e-4" }, "checks": ["golden", "weights"] } } } }
        """,
    ];

    public static readonly string[] Tokens =
    [
        "{", "}", "[", "]", ":", ",", "\"", "\\", "/", " ", "\n", "\r\n", "\t", "\0", "0", "1", "-1", "1.0", "1e9", "9007199254740991", "9007199254740992",
        "99999999999999999999999999", "true", "false", "null", "NaN", "// x\n", "\"\"", "\"a\"", "\"x/y\"", "\"..\"", "\".\"", "\"a/../b\"", "\"C:\\\\x\"", "\"nul\"",
        "\"a.\"", "\"A.ONNX\"", "\"e\\u0301\"", "\"\\ud800\"", "\"\\ud83d\\ude00\"", "\"\\u0000\"", "\"\\u001b[31m\"", "\"##vso[x]\"", "\"\u202e\"", "\"\u2028\"",
        "\"path\"", "\"files\"", "\"source\"", "\"type\"", "\"revision\"", "\"role\"", "\"presence\"", "\"treeHash\"", "\"size\"", "\"format\"", "\"sha256\"", "\"hosted\"",
        "\"models\"", "\"lockVersion\": 2,", "\"model\"", "\"base\"", "\"built\"", "\"external\"", "\"fetch\"", "\"local\"", "\"main\"", "\"safetensors\"", "\"gguf\"",
        $"\"{Sha}\"", $"\"sha256:{Sha}\"", $"\"{Commit}\"", "\"https://a.example/x\"", "\"x\": 1, ", "\"f\": " + File + ",", "{}", "[]", "\n<<<<<<< HEAD\n", "\n=======\n", "\n>>>>>>> b\n",
        "[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[",
    ];
}
