using SupplyChainAnalyzers.Scanner.Signatures;
using SupplyChainAnalyzers.Scanner.Signatures.Bundles;
using SupplyChainAnalyzers.Scanner.Signatures.Oms;
using SupplyChainAnalyzers.Scanner.Signatures.Sigstore;
using SupplyChainAnalyzers.Scanner.Signatures.Trust;

namespace SupplyChainAnalyzers.Scanner.Tests.Signatures;

/// <summary>The examples that the specification of OpenSSF Model Signing gives with its schemas: form, not trust.</summary>
public sealed class OmsSpecVectorTests
{
    [SharedVectorsFact]
    public void Every_example_is_read_or_refused_as_its_folder_says()
    {
        var (count, wrong) = (0, new List<string>());
        foreach (var file in Directory.GetFiles(SharedVectors.Path("oms_spec_vectors/vectors"), "*.json", SearchOption.AllDirectories).Order(StringComparer.Ordinal))
        {
            count++;
            var reason = Refusal(File.ReadAllBytes(file));
            if (Path.GetFileName(Path.GetDirectoryName(file)) == "valid" != (reason is null))
                wrong.Add($"{Path.GetFileName(file)}: {reason ?? "accepted"}");
        }

        Assert.True(wrong.Count == 0, string.Join('\n', wrong));
        Assert.Equal(8, count);
    }

    private static string? Refusal(byte[] bundle)
    {
        try
        {
            OmsVerifier.VerifyStatement(BundleReader.Read(bundle), new IntegrityTrust(BundledRoot.Value), new OmsOptions());
            return null;
        }
        catch (SignatureException e)
        {
            return $"{e.Fault}: {e.Message}";
        }
    }
}
