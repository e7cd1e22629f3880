using System.Globalization;
using System.Runtime.InteropServices;
using System.Security.Cryptography;
using System.Text;
using SupplyChainAnalyzers.Core.Findings;
using SupplyChainAnalyzers.Core.Scanning;
using SupplyChainAnalyzers.Core.Verification;
using SupplyChainAnalyzers.Scanner.Tests.Signatures;

namespace SupplyChainAnalyzers.Scanner.Tests;

/// <summary>A lock with one signed model in <c>m</c>, a policy, and a verification with the real scanner.</summary>
internal sealed class SignedTree : IDisposable
{
    private readonly string _folder = Directory.CreateTempSubdirectory("supplychain-test-").FullName;

    public SignedModel Model { get; } = new();

    /// <summary>The member <c>signature</c> of the lock's entry; empty for none.</summary>
    public string Signature { get; set; } = """ "signature": { "type": "oms", "bundle": "model.sig" }, """;

    /// <summary>The member <c>provenance</c>; empty for none.</summary>
    public string Provenance { get; set; } = "";

    /// <summary>The member <c>source</c>; empty for none.</summary>
    public string Source { get; set; } = $$""" "source": { "type": "huggingface", "repo": "acme/bert", "revision": "{{new string('a', 40)}}" }, """;

    public string LockPath => At("models.lock");

    public string At(string path) => Path.Combine(_folder, path);

    public string CacheDirectory => At("cache");

    /// <summary>Signs the files as they are and writes them, the bundle and the key.</summary>
    public SignedTree Sign()
    {
        Write("m/model.sig", Model.Bundle());
        return Write("key.pem", Encoding.ASCII.GetBytes(PemEncoding.WriteString("PUBLIC KEY", Model.Key.Spki)));
    }

    /// <summary>Writes a policy with this text as <c>signatures</c>.</summary>
    public SignedTree Policy(string signatures, string more = "") => Write("models.policy.json", Encoding.UTF8.GetBytes($$"""{ "policyVersion": 1, {{more}} "signatures": {{signatures}} }"""));

    /// <summary>A policy that trusts this model's key for it.</summary>
    public SignedTree TrustKey(string require = "declared", string models = "pkg:huggingface/acme/*") =>
        Policy($$"""{ "require": "{{require}}", "trusted": { "acme": { "for": ["{{models}}"], "method": "key", "keys": ["key.pem"] } } }""");

    public SignedTree Write(string path, byte[] content)
    {
        Directory.CreateDirectory(Path.GetDirectoryName(At(path))!);
        File.WriteAllBytes(At(path), content);
        return this;
    }

    /// <summary>Writes the model's files and a lock that declares them.</summary>
    public void WriteLock()
    {
        var entries = Model.Write(At("m")).Select(static file => string.Create(
            CultureInfo.InvariantCulture,
            $$"""        "{{file.Key}}": { "sha256": "{{Convert.ToHexStringLower(SHA256.HashData(file.Value))}}", "size": {{file.Value.Length}}, "format": "{{(file.Key.EndsWith(".json", StringComparison.Ordinal) ? "json" : "raw")}}" }"""));
        File.WriteAllText(LockPath, $$"""
            { "lockVersion": 1, "models": { "bert": {
              "path": "m",
              {{Source}}
              {{Signature}}
              {{Provenance}}
              "files": {
            {{string.Join(",\n", entries)}} } } } }
            """);
    }

    public VerificationRequest Request => new() { LockPath = LockPath, Scanner = Options };

    public ScannerOptions Options => new()
    {
        DotnetPath = ScannerLocator.FindDotnet(null, Environment.ProcessPath, RuntimeEnvironment.GetRuntimeDirectory())!,
        ScannerPath = ScannerLocator.FindScanner(AppContext.BaseDirectory)!,
        TemporaryFolder = _folder,
    };

    /// <summary>Writes the lock and verifies; all findings.</summary>
    public IReadOnlyList<DecidedFinding> Verify()
    {
        WriteLock();
        return ModelVerifier.Verify(Request).Findings;
    }

    /// <summary>As <see cref="Verify"/>, the rules and levels: <c>SCA5011 message</c>.</summary>
    public IEnumerable<string> Rules() => Verify().Select(static finding => $"{finding.Finding.Rule.Id} {finding.Level.Word()}");

    public void Dispose()
    {
        Model.Dispose();
        Directory.Delete(_folder, recursive: true);
    }
}
