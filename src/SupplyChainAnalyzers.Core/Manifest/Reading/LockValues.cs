using System.Globalization;
using SupplyChainAnalyzers.Core.Documents;
using SupplyChainAnalyzers.Core.Findings;
using SupplyChainAnalyzers.Core.Hashing;
using SupplyChainAnalyzers.Core.Json;
using SupplyChainAnalyzers.Core.Text;

namespace SupplyChainAnalyzers.Core.Manifest.Reading;

/// <summary>Values that stand in several places of a lock.</summary>
internal static class LockValues
{
    /// <summary>Hex digits of a SHA-256.</summary>
    public const int Sha256Digits = 64;

    /// <summary>In front of a digest that stands where other algorithms could.</summary>
    public const string Sha256Prefix = "sha256:";

    /// <summary>The largest whole number that every JSON reader keeps exactly (RFC 8259 §6): 2^53 - 1.</summary>
    public const long MaxSize = (1L << 53) - 1;

    /// <summary>Characters of a word: an id of ours, such as a format, a check or a type of bundle.</summary>
    public const int MaxWordLength = 64;

    /// <summary>64 hex digits; null when absent or reported.</summary>
    public static string? Sha256(ShapedObject holder, string of, DocumentErrors errors, out TextRegion region)
    {
        var text = holder.Text("sha256", out region);
        if (text is null || Hex.Is(text, Sha256Digits))
            return text;

        errors.Add(Rules.LockDigest, $"The sha256 of '{Printable.Of(of)}' {DigestFault.Of(text)}; {LockDocument.Relock(errors)}", region);
        return null;
    }

    /// <summary>Whether <paramref name="text"/> is <c>sha256:</c> and 64 hex digits.</summary>
    public static bool IsPrefixedSha256(string text)
        => text.StartsWith(Sha256Prefix, StringComparison.Ordinal) && Hex.Is(text.Substring(Sha256Prefix.Length), Sha256Digits);

    /// <summary>A number of bytes; null when absent or reported.</summary>
    public static long? Size(ShapedObject holder, DocumentErrors errors, out TextRegion region)
    {
        region = default;
        if (holder.Member("size") is not { Value: var node })
            return null;

        region = node.Region;
        if (node.NumberText is not { } text)
        {
            errors.Add(Rules.LockValue, $"'size' must be a number, not {Kinds.Of(node)}", region);
            return null;
        }

        if (!Characters.AreDigits(text))
        {
            errors.Add(Rules.LockValue, $"'size' is {Printable.Of(text)}; it must be a whole number of bytes, without sign, fraction or exponent", region);
            return null;
        }

        if (long.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var size) && size <= MaxSize)
            return size;

        errors.Add(Rules.LockValue, FormattableString.Invariant($"'size' is {Printable.Of(text)}; the largest is {MaxSize}"), region);
        return null;
    }

    /// <summary>A path relative to the model's folder; null when absent or reported.</summary>
    public static string? Path(ShapedObject holder, string name, DocumentErrors errors)
    {
        var path = holder.Text(name, out var region);
        return path is not null && CheckPath(path, region, errors) ? path : null;
    }

    /// <summary>Reports a path that is not safe.</summary>
    public static bool CheckPath(string path, TextRegion region, DocumentErrors errors)
    {
        if (PathRules.IsSafe(path, out var reason))
            return true;

        errors.Add(Rules.LockPath, $"The path '{Printable.Of(path)}' {reason}; {LockDocument.Relock(errors)}", region);
        return false;
    }

    /// <summary>The value of an enumeration; null when absent or reported.</summary>
    public static T? Word<T>(ShapedObject holder, string name, WordMap<T> words, DocumentErrors errors)
        where T : struct, Enum
    {
        var text = holder.Text(name, out var region);
        if (text is null)
            return null;

        if (words.TryFind(text, out var value))
            return value;

        errors.Add(Rules.LockValue, $"'{name}' is '{Printable.Of(text)}'; write {words.List}", region);
        return null;
    }

    /// <summary>Whether a text is made of lower-case letters, digits and '-'.</summary>
    public static bool IsWord(string text)
        => text.Length is > 0 and <= MaxWordLength && text.All(static c => c is (>= 'a' and <= 'z') or (>= '0' and <= '9') or '-');

    /// <summary>Texts by name, as frameworks and metrics are.</summary>
    public static OrdinalMap<string> Texts(ShapedObject holder, string name, DocumentErrors errors)
    {
        var texts = new List<KeyValuePair<string, string>>();
        foreach (var member in holder.Map(name))
        {
            CheckName(member, errors);
            if (ShapedObject.TextOf(member, errors) is { } text)
                texts.Add(new(member.Name, text));
        }

        return new OrdinalMap<string>(texts);
    }

    /// <summary>Reports a name of a framework, a metric or a data set that is none.</summary>
    public static void CheckName(JsonMember member, DocumentErrors errors)
    {
        if (member.Name.Length is 0 or > ModelName.MaxLength || Characters.HaveControl(member.Name))
            errors.Add(Rules.LockValue, FormattableString.Invariant($"A name has 1 to {ModelName.MaxLength} characters, none of them a control character"), member.NameRegion);
    }
}
