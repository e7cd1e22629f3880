using System.Security.Cryptography;
using System.Text;

namespace SupplyChainAnalyzers.Scanner.Signatures.Keys;

/// <summary>PEM (RFC 7468), as keys and certificates come from people.</summary>
internal static class PemText
{
    private const int MaxBlocks = 1000;

    /// <summary>The DER of every block with this label; a file without any block is taken as DER itself.</summary>
    /// <exception cref="SignatureException">It holds other blocks only.</exception>
    public static IReadOnlyList<byte[]> Blocks(byte[] file, string label)
    {
        var text = Encoding.Latin1.GetString(file);
        var blocks = new List<byte[]>();
        var other = "";
        var rest = text.AsSpan();
        while (blocks.Count < MaxBlocks && PemEncoding.TryFind(rest, out var fields))
        {
            if (rest[fields.Label].SequenceEqual(label))
                blocks.Add(Convert.FromBase64String(rest[fields.Base64Data].ToString()));
            else
                other = rest[fields.Label].ToString();
            rest = rest[fields.Location.End..];
        }

        if (blocks.Count > 0)
            return blocks;

        return other.Length == 0 && file.Length > 0 && file[0] == 0x30
            ? [file]
            : throw new SignatureException(SignatureFault.Malformed, other.Length == 0 ? $"a file holds no {label}" : $"a file holds a {Core.Text.Printable.Of(other, 40)} where a {label} is needed");
    }
}
