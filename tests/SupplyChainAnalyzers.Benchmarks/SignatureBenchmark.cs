using System.Diagnostics;
using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json.Nodes;
using SupplyChainAnalyzers.Core.Hashing;
using SupplyChainAnalyzers.Core.Signing;
using SupplyChainAnalyzers.Core.Verification;

namespace SupplyChainAnalyzers.Benchmarks;

/// <summary>What a signature costs beside the hashing that the lock needs anyway: the model is read once for both.</summary>
internal static class SignatureBenchmark
{
    private const int Runs = 5;
    private const int Size = 2000 << 20;

    public static void Run(Report report)
    {
        using var folder = new SignedFolder(Size);
        var (hashing, verifying, ratios) = (new List<double>(), new List<double>(), new List<double>());
        for (var run = 0; run < Runs; run++)
        {
            var plain = Time("hash", folder.Model);
            var signed = Time("verify", folder.LockPath);
            hashing.Add(plain);
            verifying.Add(signed);
            ratios.Add(signed / plain);
        }

        report.Title("A signed model of 2,000 MiB");
        report.Figure("hashing its file once", Report.Median(hashing), "s", "—");
        report.Figure("verifying lock and signature", Report.Median(verifying), "s", "—");
        report.Figure("    as a multiple of hashing", Report.Median(ratios), "x", "≤ 1.05");
    }

    /// <summary>The measured half, in a process of its own: compiled by the JIT anew each time, as a build would.</summary>
    public static int Child(string what, string path)
    {
        var watch = Stopwatch.StartNew();
        var isDone = what == "hash" ? FileHasher.HashAll([new HashJob(path)])[0].Status == HashStatus.Hashed : IsVerified(path);
        Console.WriteLine(isDone ? watch.Elapsed.TotalSeconds.ToString(CultureInfo.InvariantCulture) : "it did not do its work");
        return 0;
    }

    private static bool IsVerified(string path)
    {
        var result = ModelVerifier.Verify(new VerificationRequest { LockPath = path, Scanner = ScannerSpeedBenchmark.Options, Explain = true });
        return result.Findings.Count == 0 && result.Evidence[0].Bundles[0].State == EvidenceState.Trusted;
    }

    private static double Time(string what, string path)
    {
        ChildProcess.Time(Environment.ProcessPath!, ["signature-child", what, path], out var printed);
        return double.TryParse(printed, CultureInfo.InvariantCulture, out var seconds) ? seconds : throw new InvalidOperationException(printed);
    }

    /// <summary>A file of noise, signed, with a lock and a policy that trusts its key; gone when disposed.</summary>
    private sealed class SignedFolder : IDisposable
    {
        private readonly string _folder = Directory.CreateTempSubdirectory("models-bench-").FullName;

        public SignedFolder(int size)
        {
            Directory.CreateDirectory(Path.Combine(_folder, "m"));
            var noise = new byte[size];
            new Random(1).NextBytes(noise);
            noise[0] = 0; // of no format, so that nothing looks inside
            File.WriteAllBytes(Model, noise);
            var digest = Convert.ToHexStringLower(SHA256.HashData(noise));

            using var key = ECDsa.Create(ECCurve.NamedCurves.nistP256);
            File.WriteAllText(Path.Combine(_folder, "key.pem"), key.ExportSubjectPublicKeyInfoPem());
            File.WriteAllBytes(Path.Combine(_folder, "m", "model.sig"), Bundle(key, digest));
            File.WriteAllText(LockPath, string.Create(
                CultureInfo.InvariantCulture,
                $$"""{ "lockVersion": 1, "models": { "m": { "path": "m", "signature": { "type": "oms", "bundle": "model.sig" }, "files": { "w.bin": { "sha256": "{{digest}}", "size": {{size}}, "format": "raw" } } } } }"""));
            File.WriteAllText(
                Path.Combine(_folder, "models.policy.json"),
                """{ "policyVersion": 1, "signatures": { "require": "always", "trusted": { "us": { "for": ["pkg:generic/*"], "method": "key", "keys": ["key.pem"] } } } }""");
        }

        public string Model => Path.Combine(_folder, "m", "w.bin");

        public string LockPath => Path.Combine(_folder, "models.lock");

        public void Dispose() => Directory.Delete(_folder, recursive: true);

        private static byte[] Bundle(ECDsa key, string digest)
        {
            var root = Convert.ToHexStringLower(SHA256.HashData(Convert.FromHexString(digest)));
            var statement = Encoding.UTF8.GetBytes($$"""
                { "_type": "https://in-toto.io/Statement/v1", "subject": [ { "name": "m", "digest": { "sha256": "{{root}}" } } ], "predicateType": "https://model_signing/signature/v1.0",
                  "predicate": { "resources": [ { "name": "w.bin", "algorithm": "sha256", "digest": "{{digest}}" } ], "serialization": { "method": "files", "hash_type": "sha256", "allow_symlinks": false } } }
                """);
            var signature = key.SignData(PreAuthenticationEncoding.Of(PreAuthenticationEncoding.InToto, statement), HashAlgorithmName.SHA256, DSASignatureFormat.Rfc3279DerSequence);
            return Encoding.UTF8.GetBytes(new JsonObject
            {
                ["mediaType"] = "application/vnd.dev.sigstore.bundle.v0.3+json",
                ["verificationMaterial"] = new JsonObject { ["publicKey"] = new JsonObject { ["hint"] = KeyFingerprint.Of(key.ExportSubjectPublicKeyInfo()) } },
                ["dsseEnvelope"] = new JsonObject
                {
                    ["payload"] = Convert.ToBase64String(statement),
                    ["payloadType"] = PreAuthenticationEncoding.InToto,
                    ["signatures"] = new JsonArray(new JsonObject { ["sig"] = Convert.ToBase64String(signature) }),
                },
            }.ToJsonString());
        }
    }
}
