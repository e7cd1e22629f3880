using SupplyChainAnalyzers.Core.Manifest;

namespace SupplyChainAnalyzers.Core.Tests.Manifest;

public sealed class ModelsLockWriterTests
{
    [Fact]
    public void The_canonical_form_is_this_and_is_written_back_byte_for_byte()
    {
        var text = Canonical();
        var result = ModelsLockReader.Read(text, LockText.Path);

        Assert.Empty(result.Errors);
        Assert.Equal(text, ModelsLockWriter.Write(result.Value!));
    }

    [Fact]
    public void An_empty_lock_is_written_and_read()
    {
        var text = ModelsLockWriter.Write(new ModelsLock());
        Assert.Equal("{\n  \"$schema\": \"./models.lock.v1.json\",\n  \"lockVersion\": 1,\n  \"models\": {}\n}\n", text);
        Assert.Empty(ModelsLockReader.Read(text, LockText.Path).Value!.Models);
    }

    [Fact]
    public void White_space_order_and_escapes_of_a_hand_make_no_difference()
    {
        var hand = """{"hosted":{"chat":{"model":"gpt-4o-2024-08-06","endpoint":"https://api.openai.com","provider":"\u006fpenai"}},"models":{},"lockVersion":1}""";
        Assert.Equal("""
            {
              "$schema": "./models.lock.v1.json",
              "lockVersion": 1,
              "models": {},
              "hosted": {
                "chat": { "provider": "openai", "endpoint": "https://api.openai.com", "model": "gpt-4o-2024-08-06" }
              }
            }

            """.ReplaceLineEndings("\n"), ModelsLockWriter.Write(ModelsLockReader.Read(hand, LockText.Path).Value!));
    }

    /// <summary>Every member that a lock can have.</summary>
    internal static string Canonical()
    {
        const string Sha = LockText.Sha;
        var tree = TreeHash.Of([
            new ModelFile { Path = "config.json", Sha256 = Sha, Size = 758, Format = "json" },
            new ModelFile { Path = "model.onnx", Sha256 = Sha, Size = 437951328, Format = "onnx" },
        ]);
        return $$"""
            {
              "$schema": "./models.lock.v1.json",
              "lockVersion": 1,
              "models": {
                "asset": {
                  "path": "models/asset",
                  "source": { "type": "github", "repo": "acme/models", "asset": "m.onnx", "revision": "sha256:{{Sha}}", "resolvedFrom": "v1" },
                  "role": "model",
                  "files": {
                    "m.onnx": { "sha256": "{{Sha}}", "size": 0, "format": "onnx" }
                  },
                  "presence": "fetch"
                },
                "far": {
                  "path": "models/far",
                  "source": { "type": "external", "uri": "azureml://registries/acme", "version": "7" },
                  "role": "base",
                  "files": {},
                  "presence": "external"
                },
                "fraud-finbert": {
                  "path": "models/fraud-finbert",
                  "source": { "type": "huggingface", "repo": "acme/fraud-finbert", "revision": "{{LockText.Commit}}", "resolvedFrom": "v2.1.0" },
                  "role": "finetune",
                  "license": "Apache-2.0",
                  "files": {
                    "config.json": { "sha256": "{{Sha}}", "size": 758, "format": "json" },
                    "model.onnx": { "sha256": "{{Sha}}", "size": 437951328, "format": "onnx" }
                  },
                  "treeHash": "{{tree}}",
                  "signature": { "type": "oms", "bundle": "model.sig", "signer": "sigstore:https://github.com/acme/models" },
                  "provenance": {
                    "baseModel": "far",
                    "datasets": {
                      "transactions": {
                        "version": "2025.11",
                        "files": {
                          "train.jsonl": { "sha256": "{{Sha}}", "size": 1 }
                        }
                      }
                    },
                    "training": {
                      "frameworks": {
                        "torch": "2.6.0"
                      },
                      "seed": "1234",
                      "hyperparameters": {
                        "epochs": "3",
                        "rate": "1e-4"
                      },
                      "hardware": "8xA100"
                    },
                    "attestation": "provenance.intoto.jsonl",
                    "evaluation": {
                      "accuracy/clean-test": "0.971"
                    }
                  },
                  "behavior": {
                    "tier": "standard",
                    "probe": { "path": "probe.npz", "sha256": "{{Sha}}" },
                    "labels": { "path": "labels.npy", "sha256": "{{Sha}}" },
                    "training": { "path": "train.npz", "sha256": "{{Sha}}" },
                    "golden": { "sha256": "{{Sha}}", "tolerance": "1e-4" },
                    "reference": "image",
                    "checks": ["golden", "trigger-search"],
                    "parameters": {
                      "neural-cleanse.logRatio": "1.1"
                    },
                    "accepted": {
                      "neural-cleanse#7": {
                        "sha256": "{{Sha}}",
                        "score": "1.4",
                        "reason": "class 7 is a blank sign",
                        "author": "alice",
                        "reviewer": "bob",
                        "expires": "2027-06-30"
                      }
                    }
                  },
                  "presence": "checkout"
                },
                "image": {
                  "path": "models/image",
                  "source": { "type": "oci", "host": "registry.acme.example", "repo": "models/image", "revision": "sha256:{{Sha}}" },
                  "role": "adapter",
                  "files": {
                    "a.gguf": { "sha256": "{{Sha}}", "size": 3, "format": "gguf" }
                  },
                  "presence": "deploy"
                },
                "llama": {
                  "path": "models/llama",
                  "source": { "type": "ollama", "host": "registry.ollama.ai", "model": "llama3.2", "revision": "sha256:{{Sha}}", "resolvedFrom": "latest" },
                  "role": "model",
                  "files": {
                    "m.gguf": { "sha256": "{{Sha}}", "size": 3, "format": "gguf" }
                  },
                  "presence": "checkout"
                },
                "made": {
                  "path": "models/made",
                  "source": { "type": "local" },
                  "role": "tokenizer",
                  "files": {
                    "m.onnx": { "format": "onnx" }
                  },
                  "presence": "built"
                },
                "net": {
                  "path": ".",
                  "source": { "type": "url", "url": "https://models.acme.example/m.onnx" },
                  "role": "dataset",
                  "files": {
                    "m.onnx": { "sha256": "{{Sha}}", "size": 3, "format": "onnx" }
                  },
                  "presence": "checkout"
                }
              },
              "hosted": {
                "chat": { "provider": "openai", "endpoint": "https://api.openai.com", "model": "gpt-4o-2024-08-06" }
              }
            }

            """.ReplaceLineEndings("\n");
    }
}
