using System.Text.Json;
using SupplyChainAnalyzers.Scanner.Signatures;
using SupplyChainAnalyzers.Scanner.Signatures.Bundles;
using SupplyChainAnalyzers.Scanner.Signatures.Keys;
using SupplyChainAnalyzers.Scanner.Signatures.Oms;
using SupplyChainAnalyzers.Scanner.Signatures.Sigstore;
using SupplyChainAnalyzers.Scanner.Signatures.Trust;

namespace SupplyChainAnalyzers.Scanner.Tests.Signatures;

/// <summary>The conformance suite of OpenSSF Model Signing: positive, negative and historical signatures with their models.</summary>
public sealed class OmsConformanceTests : IDisposable
{
    private const string Cases = "conformance_oms/test-cases/verify";
    private const string Assets = "conformance_oms/assets/";

    private readonly string _folder = Directory.CreateTempSubdirectory("supplychain-test-").FullName;

    public void Dispose() => Directory.Delete(_folder, recursive: true);

    [SharedVectorsFact]
    public void Every_case_has_its_labelled_outcome()
    {
        var (count, wrong) = (0, new List<string>());
        foreach (var config in Directory.GetFiles(SharedVectors.Path(Cases), "config.json", SearchOption.AllDirectories).Order(StringComparer.Ordinal))
        {
            count++;
            var folder = Path.GetDirectoryName(config)!;
            using var json = JsonDocument.Parse(File.ReadAllBytes(config));
            var expected = !json.RootElement.TryGetProperty("expect", out var expect) || expect.GetString() != "fail";
            var reason = Verify(folder, json.RootElement, Path.Combine(_folder, count.ToString(System.Globalization.CultureInfo.InvariantCulture)));
            if (expected != (reason is null))
                wrong.Add($"{Path.GetFileName(folder)}: {reason ?? "accepted"}");
        }

        Assert.True(wrong.Count == 0, string.Join('\n', wrong));
        Assert.True(count >= 43);
    }

    // Null when it is valid.
    private static string? Verify(string folder, JsonElement config, string copy)
    {
        var verify = config.GetProperty("verify");
        var model = Model(folder, config);
        if (!File.Exists(model))
            Copy(model, copy);
        Modify(config, copy);
        var name = Path.GetFileName(folder);
        try
        {
            var options = new OmsOptions
            {
                IgnoredPaths = Texts(verify, "ignore_paths"),
                IgnoreUnsignedFiles = verify.TryGetProperty("ignore_unsigned_files", out var unsigned) && unsigned.GetBoolean(),
                AllowLegacy = name.Contains("v0.2", StringComparison.Ordinal),
            };
            var result = OmsVerifier.Verify(BundleReader.Read(File.ReadAllBytes(Path.Combine(folder, "bundle.sig"))), Trust(folder, config, verify), new DiskModel(File.Exists(model) ? model : copy), options);
            return result.IsValid ? null : string.Join(", ", result.Differences);
        }
        catch (SignatureException e)
        {
            return $"{e.Fault}: {e.Message}";
        }
    }

    private static ISignerTrust Trust(string folder, JsonElement config, JsonElement verify)
    {
        string Asset(string relative) => File.Exists(Path.Combine(folder, relative)) ? Path.Combine(folder, relative) : SharedVectors.Path(Assets + relative);
        byte[] Read(string relative) => File.Exists(Asset(relative)) ? File.ReadAllBytes(Asset(relative)) : throw new SignatureException(SignatureFault.Configuration, "is not there");
        return config.GetProperty("method").GetString() switch
        {
            "key" => new KeyTrust(PublicKey.FromSpki(PemText.Blocks(Read(verify.GetProperty("public_key").GetString()!), "PUBLIC KEY")[0])),
            "certificate" => new CertificateTrust([.. Texts(verify, "cert_chain").SelectMany(path => PemText.Blocks(Read(path), "CERTIFICATE"))], DateTimeOffset.UtcNow),
            _ => new KeylessTrust(
                TrustedRootReader.Read(File.ReadAllBytes(SharedVectors.Path("trusted_roots/public_good_trusted_root.json"))),
                new SignerPolicy(verify.GetProperty("identity").GetString()!, verify.GetProperty("identity_provider").GetString())),
        };
    }

    private static string Model(string folder, JsonElement config)
    {
        var name = config.TryGetProperty("model", out var model) ? model.GetString()! : "model";
        return Path.Combine(folder, name) is var own && Path.Exists(own) ? own : SharedVectors.Path(Assets + name);
    }

    private static void Modify(JsonElement config, string copy)
    {
        if (!config.TryGetProperty("model_modifications", out var changes))
            return;

        foreach (var kind in new[] { "tamper", "inject" })
        {
            if (!changes.TryGetProperty(kind, out var files))
                continue;

            foreach (var file in files.EnumerateObject())
                File.WriteAllText(Path.Combine(copy, file.Name), file.Value.GetString());
        }

        foreach (var file in Texts(changes, "delete"))
            File.Delete(Path.Combine(copy, file));
    }

    private static string[] Texts(JsonElement element, string name) =>
        element.TryGetProperty(name, out var list) ? [.. list.EnumerateArray().Select(static item => item.GetString()!)] : [];

    private static void Copy(string from, string to)
    {
        Directory.CreateDirectory(to);
        foreach (var file in Directory.GetFiles(from, "*", SearchOption.AllDirectories))
        {
            var target = Path.Combine(to, Path.GetRelativePath(from, file));
            Directory.CreateDirectory(Path.GetDirectoryName(target)!);
            File.Copy(file, target);
        }
    }
}
