using System.Text;
using SupplyChainAnalyzers.Scanner.Judging.Constants;

namespace SupplyChainAnalyzers.Scanner.Judging.Python;

/// <summary>
/// What a few functions of Python return for constants: those that authors of hidden code put between the code and its reader.
/// Anything else gives an unknown value. Nothing is run.
/// </summary>
internal static class PyFolding
{
    /// <summary>Characters; larger constants are not computed with.</summary>
    private const int MaxLength = 4 << 20;

    /// <summary>The value of a call of an imported or built-in function.</summary>
    public static PyValue Call(string function, IReadOnlyList<PyValue> arguments)
    {
        var first = arguments.Count > 0 ? arguments[0] : PyValue.Unknown;
        var second = arguments.Count > 1 && arguments[1].IsConstant ? arguments[1].Text : "";
        switch (function)
        {
            case "builtins.__import__" or "importlib.import_module" or "importlib.__import__" or "pydoc.locate" or "pkgutil.resolve_name" when first.IsConstant:
                return PyValue.Named(first.Text.Replace(':', '.'));
            case "builtins.getattr" or "operator.attrgetter" when first.Kind == PyValueKind.Named && second.Length > 0:
                return PyValue.Named(first.Text + "." + second);
            case "builtins.vars" when first.Kind == PyValueKind.Named:
                return PyValue.Named(first.Text + ".__dict__");
            case "builtins.chr" when first.Number is >= 0 and <= 0xffff and var code:
                return new PyValue(PyValueKind.Text, ((char)code).ToString());
            case "builtins.str" or "builtins.bytes" or "builtins.bytearray" when first.IsConstant:
                return first;
            case "builtins.bytes" or "builtins.bytearray" or "array.array" when Joined(first.Items, "") is { } bytes:
                return new PyValue(PyValueKind.Bytes, bytes, true);
            case "builtins.map" when arguments.Count == 2 && arguments[0] is { Kind: PyValueKind.Named, Text: "builtins.chr" } && Joined(arguments[1].Items, "") is { } mapped:
                return new PyValue(PyValueKind.List) { Items = [new PyValue(PyValueKind.Text, mapped)] };
            case "builtins.compile":
                return first;
            case "builtins.bytes.fromhex" or "builtins.bytearray.fromhex" or "binascii.unhexlify" or "binascii.a2b_hex" or "base64.b16decode":
                return Decoded(first, Hex);
            case "base64.b64decode" or "base64.standard_b64decode" or "base64.urlsafe_b64decode" or "base64.decodebytes" or "base64.decodestring" or "binascii.a2b_base64":
                return Decoded(first, Base64);
            case "zlib.decompress" or "gzip.decompress":
                return Decoded(first, static text => Inflated.Of(Encoding.Latin1.GetBytes(text)) is { } bytes ? Encoding.Latin1.GetString(bytes) : null);
            case "codecs.decode" or "codecs.encode" or "_codecs.decode":
                return Decoded(first, text => second.Replace("-", "", StringComparison.Ordinal).Replace("_", "", StringComparison.Ordinal).ToUpperInvariant() switch
                {
                    "ROT13" => Rot13(text),
                    "HEX" or "HEXCODEC" => Hex(text),
                    "BASE64" or "BASE64CODEC" => Base64(text),
                    "ZLIB" or "ZLIBCODEC" or "ZIP" => Inflated.Of(Encoding.Latin1.GetBytes(text)) is { } bytes ? Encoding.Latin1.GetString(bytes) : null,
                    _ => text,
                });
            case "base64.b85decode" or "base64.a85decode" or "base64.b32decode" or "bz2.decompress" or "lzma.decompress" or "marshal.loads" or "marshal.load" or "pickle.loads" or "binascii.rledecode_hqx" or "uu.decode" or "quopri.decodestring":
                return PyValue.Decoded;
            default:
                return PyValue.Named(function) with { IsDecoded = first.IsDecoded };
        }
    }

    /// <summary>The value of a method of a constant, or of something decoded.</summary>
    public static PyValue Method(PyValue text, string method, IReadOnlyList<PyValue> arguments)
    {
        if (!text.IsConstant || text.Text.Length > MaxLength)
            return text.IsDecoded ? PyValue.Decoded : PyValue.Unknown;

        var first = arguments.Count > 0 ? arguments[0] : PyValue.Unknown;
        return method switch
        {
            "decode" or "encode" when first.IsConstant && first.Text.Contains("rot", StringComparison.OrdinalIgnoreCase) => text with { Text = Rot13(text.Text), IsDecoded = true },
            "decode" or "encode" when first.IsConstant && first.Text.StartsWith("hex", StringComparison.OrdinalIgnoreCase) => Decoded(text, Hex),
            "decode" or "encode" when first.IsConstant && first.Text.StartsWith("base", StringComparison.OrdinalIgnoreCase) => Decoded(text, Base64),
            "decode" => text with { Kind = PyValueKind.Text, Text = Utf8(text.Text) },
            "encode" or "strip" or "lstrip" or "rstrip" or "format" => text,
            "lower" => text with { Text = text.Text.ToLowerInvariant() },
            "replace" when arguments.Count > 1 && first.IsConstant && first.Text.Length > 0 && arguments[1].IsConstant && arguments[1].Text.Length <= first.Text.Length =>
                text with { Text = text.Text.Replace(first.Text, arguments[1].Text, StringComparison.Ordinal) },
            "join" when Joined(first.Items, text.Text) is { } joined => text with { Text = joined, IsDecoded = first.Items.Any(static item => item.IsDecoded) },
            _ => text.IsDecoded ? PyValue.Decoded : PyValue.Unknown,
        };
    }

    public static PyValue Reversed(PyValue text)
    {
        var letters = text.Text.ToCharArray();
        Array.Reverse(letters);
        return text with { Text = new string(letters), IsDecoded = true };
    }

    public static PyValue Sum(PyValue left, PyValue right)
    {
        if (left.IsConstant && right.IsConstant && left.Text.Length + right.Text.Length <= MaxLength)
            return left with { Text = left.Text + right.Text, IsDecoded = left.IsDecoded || right.IsDecoded };

        return left.IsDecoded || right.IsDecoded ? PyValue.Decoded : PyValue.Unknown;
    }

    private static PyValue Decoded(PyValue text, Func<string, string?> decode) =>
        text.IsConstant && text.Text.Length <= MaxLength && decode(text.Text) is { } decoded ? new PyValue(PyValueKind.Bytes, decoded, true) : PyValue.Decoded;

    private static string? Base64(string text)
    {
        var digits = text.Replace('-', '+').Replace('_', '/').Trim().TrimEnd('=');
        digits += new string('=', (4 - (digits.Length % 4)) % 4);
        var bytes = new byte[digits.Length];
        return Convert.TryFromBase64String(digits, bytes, out var count) ? Encoding.Latin1.GetString(bytes, 0, count) : null;
    }

    private static string? Hex(string text)
    {
        var digits = text.Replace(" ", "", StringComparison.Ordinal);
        return digits.Length % 2 == 0 && digits.All(char.IsAsciiHexDigit) ? Encoding.Latin1.GetString(Convert.FromHexString(digits)) : null;
    }

    private static string Rot13(string text) => string.Create(text.Length, text, static (span, source) =>
    {
        for (var i = 0; i < span.Length; i++)
        {
            var c = source[i];
            span[i] = char.IsAsciiLetterLower(c) ? (char)((c - 'a' + 13) % 26 + 'a') : char.IsAsciiLetterUpper(c) ? (char)((c - 'A' + 13) % 26 + 'A') : c;
        }
    });

    private static string Utf8(string bytes) => bytes.All(static c => c < 0x100) ? Encoding.UTF8.GetString(Encoding.Latin1.GetBytes(bytes)) : bytes;

    // Strings and codes of characters in a row; null when one of them is not known.
    private static string? Joined(IReadOnlyList<PyValue> items, string separator)
    {
        if (items.Count == 0)
            return null;

        var joined = new StringBuilder();
        for (var i = 0; i < items.Count; i++)
        {
            if (i > 0)
                joined.Append(separator);
            if (items[i].IsConstant)
                joined.Append(items[i].Text);
            else if (items[i].Number is >= 0 and <= 0xffff and var code)
                joined.Append((char)code);
            else
                return null;
            if (joined.Length > MaxLength)
                return null;
        }

        return joined.ToString();
    }
}
