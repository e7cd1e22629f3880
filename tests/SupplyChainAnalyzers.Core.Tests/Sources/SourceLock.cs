using SupplyChainAnalyzers.Core.Manifest;

namespace SupplyChainAnalyzers.Core.Tests.Sources;

/// <summary>Locks with one model.</summary>
internal static class SourceLock
{
    public static HubPins Pins(string repo, string commit) => new(ModelsLockReader.Read(
        $$"""
        { "$schema": "./models.lock.v1.json", "lockVersion": 1, "models": { "m": { "path": "m",
          "source": { "type": "huggingface", "repo": "{{repo}}", "revision": "{{commit}}", "resolvedFrom": "main" },
          "role": "model", "files": { "a.onnx": { "sha256": "{{new string('a', 64)}}", "size": 1, "format": "onnx" } } } } }
        """,
        "/models.lock").Value ?? throw new InvalidOperationException("The lock is wrong."));

    public static OllamaPins Ollama(string model, string tag) => new(ModelsLockReader.Read(
        $$"""
        { "$schema": "./models.lock.v1.json", "lockVersion": 1, "models": { "m": { "path": "m",
          "source": { "type": "ollama", "model": "{{model}}", "revision": "sha256:{{new string('a', 64)}}", "resolvedFrom": "{{tag}}" },
          "role": "model", "files": { "a.gguf": { "sha256": "{{new string('a', 64)}}", "size": 1, "format": "gguf" } } } } }
        """,
        "/models.lock").Value ?? throw new InvalidOperationException("The lock is wrong."));
}
