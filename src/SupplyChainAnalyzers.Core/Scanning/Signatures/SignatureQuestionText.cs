using System.Text;
using SupplyChainAnalyzers.Core.Json;
using SupplyChainAnalyzers.Core.Policy;
using SupplyChainAnalyzers.Core.Scanning.Protocol;

namespace SupplyChainAnalyzers.Core.Scanning.Signatures;

/// <summary>A question as it goes to the scanner: JSON in one string of the request.</summary>
internal static class SignatureQuestionText
{
    private const int MaxText = 4 << 20;
    private const int MaxItems = 1000;

    public static string Write(SignatureQuestion question)
    {
        var json = JsonWriter.Compact().BeginObject()
            .Member("bundle", question.Bundle).Member("model", question.Model).Member("method", (long)question.Method)
            .Member("key", Base64(question.Key)).Member("identity", question.Identity).Member("issuer", question.Issuer)
            .Member("root", Base64(question.TrustedRoot)).Member("now", question.CertificateMustBeValidNow)
            .Member("unsigned", question.IgnoreUnsignedFiles).Member("links", question.AllowLinks).Member("legacy", question.AllowLegacy);
        Array(json.Name("trusted"), question.Trusted.Select(Convert.ToBase64String));
        Array(json.Name("ignored"), question.IgnoredPaths);
        return json.EndObject().ToString();
    }

    /// <summary>Null unless it is exactly a question.</summary>
    public static SignatureQuestion? Read(string text)
    {
        var json = JsonReader.Parse(Encoding.UTF8.GetBytes(text), new JsonLimits { MaxLength = Wire.MaxRequest, MaxDepth = 3 });
        var fields = new JsonFields(json.Root, json.Error);
        var question = new SignatureQuestion
        {
            Bundle = fields.String("bundle", MaxText),
            Model = fields.String("model", MaxText),
            Method = (SigningMethod)fields.Number("method"),
            Key = Bytes(fields.OptionalString("key", MaxText)),
            Identity = fields.OptionalString("identity", MaxText),
            Issuer = fields.OptionalString("issuer", MaxText),
            TrustedRoot = Bytes(fields.OptionalString("root", MaxText)),
            CertificateMustBeValidNow = Flag(fields, "now"),
            IgnoreUnsignedFiles = Flag(fields, "unsigned"),
            AllowLinks = Flag(fields, "links"),
            AllowLegacy = Flag(fields, "legacy"),
            Trusted = [.. fields.Array("trusted", MaxItems).Select(static item => Bytes(item.StringValue) ?? [])],
            IgnoredPaths = [.. fields.Array("ignored", MaxItems).Select(static item => item.StringValue ?? "")],
        };
        fields.Close();
        return fields.Error is null ? question : null;
    }

    private static bool Flag(JsonFields fields, string name) => fields.Object(name) is { Kind: JsonKind.True };

    private static string? Base64(byte[]? bytes) => bytes is null ? null : Convert.ToBase64String(bytes);

    // Both ends are ours: what is not base64 is an empty value, which nothing accepts.
    private static byte[]? Bytes(string? text)
    {
        try
        {
            return text is null ? null : Convert.FromBase64String(text);
        }
        catch (FormatException)
        {
            return [];
        }
    }

    private static void Array(JsonWriter json, IEnumerable<string> items)
    {
        json.BeginArray();
        foreach (var item in items)
            json.String(item);
        json.EndArray();
    }
}
