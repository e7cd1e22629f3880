using System.Globalization;
using System.Text;
using SupplyChainAnalyzers.Core.Signing;

namespace SupplyChainAnalyzers.Scanner.Signatures.Dsse;

/// <summary>
/// What version 0.2 of the reference signed: its encoder formatted the payload as Python shows bytes (<c>b'…'</c>) and wrote the
/// mark in capitals (model_signing 0.2, signing/sign_certificate).
/// </summary>
internal static class LegacyEncoding
{
    public static byte[] Of(byte[] payload) => Encoding.ASCII.GetBytes(
        string.Create(CultureInfo.InvariantCulture, $"DSSEV1 28 {PreAuthenticationEncoding.InToto} {payload.Length} {Shown(payload)}"));

    private static string Shown(byte[] payload)
    {
        var quote = payload.Contains((byte)'\'') && !payload.Contains((byte)'"') ? '"' : '\'';
        var text = new StringBuilder(payload.Length + 16).Append('b').Append(quote);
        foreach (var value in payload)
        {
            _ = value switch
            {
                (byte)'\\' => text.Append("\\\\"),
                (byte)'\t' => text.Append("\\t"),
                (byte)'\n' => text.Append("\\n"),
                (byte)'\r' => text.Append("\\r"),
                _ when value == quote => text.Append('\\').Append(quote),
                < 0x20 or >= 0x7F => text.Append("\\x").Append(value.ToString("x2", CultureInfo.InvariantCulture)),
                _ => text.Append((char)value),
            };
        }

        return text.Append(quote).ToString();
    }
}
