using System.Text.Json;
using SupplyChainAnalyzers.Scanner.Signatures.Keys;

namespace SupplyChainAnalyzers.Scanner.Tests.Signatures;

/// <summary>Project Wycheproof: thousands of ways to get a signature check wrong.</summary>
public class WycheproofTests
{
    [SharedVectorsFact]
    public void Ed25519_agrees_with_every_vector() => Agree("ed25519_test.json", 100);

    [SharedVectorsFact]
    public void Ecdsa_on_P256_agrees_with_every_vector() => Agree("ecdsa_secp256r1_sha256_test.json", 400);

    [SharedVectorsFact]
    public void Ecdsa_on_P384_agrees_with_every_vector() => Agree("ecdsa_secp384r1_sha384_test.json", 400);

    [SharedVectorsFact]
    public void Ecdsa_on_P521_agrees_with_every_vector() => Agree("ecdsa_secp521r1_sha512_test.json", 400);

    private static void Agree(string file, int least)
    {
        using var json = JsonDocument.Parse(File.ReadAllBytes(SharedVectors.Path("wycheproof/" + file)));
        var (count, wrong) = (0, new List<string>());
        foreach (var group in json.RootElement.GetProperty("testGroups").EnumerateArray())
        {
            var key = PublicKey.FromSpki(Convert.FromHexString(group.GetProperty("publicKeyDer").GetString()!));
            foreach (var test in group.GetProperty("tests").EnumerateArray())
            {
                count++;
                var valid = key.Verify(Convert.FromHexString(test.GetProperty("msg").GetString()!), Convert.FromHexString(test.GetProperty("sig").GetString()!));
                if (valid != (test.GetProperty("result").GetString() == "valid"))
                    wrong.Add($"{test.GetProperty("tcId")}: {test.GetProperty("comment")}: {valid}");
            }
        }

        Assert.True(wrong.Count == 0, string.Join('\n', wrong));
        Assert.True(count >= least);
    }
}
