using SupplyChainAnalyzers.Scanner.Signatures;
using SupplyChainAnalyzers.Scanner.Signatures.Bundles;
using SupplyChainAnalyzers.Scanner.Signatures.Oms;
using SupplyChainAnalyzers.Scanner.Signatures.Trust;

namespace SupplyChainAnalyzers.Scanner.Tests.Signatures;

/// <summary>A changed bundle never crashes, and is never accepted as something else than what was signed.</summary>
public class BundleMutationTests
{
    [Fact]
    public void Mutated_bundles_are_refused_or_say_the_same()
    {
        using var model = new SignedModel();
        var whole = model.Bundle();
        var trust = new KeyTrust(model.Key);
        var signed = OmsVerifier.Verify(BundleReader.Read(whole), trust, model, new OmsOptions()).Manifest.Resources;
        var random = new Random(20251121);
        for (var round = 0; round < 20_000; round++)
        {
            var bytes = (byte[])whole.Clone();
            for (var changes = random.Next(1, 4); changes > 0; changes--)
                bytes[random.Next(bytes.Length)] = (byte)random.Next(256);

            try
            {
                var result = OmsVerifier.Verify(BundleReader.Read(random.Next(8) == 0 ? bytes[..random.Next(bytes.Length)] : bytes), trust, model, new OmsOptions());
                Assert.Equal(signed.Select(static resource => resource.Path), result.Manifest.Resources.Select(static resource => resource.Path));
            }
            catch (SignatureException)
            {
                // refused
            }
        }
    }
}
