using System.Text;
using SupplyChainAnalyzers.Core.Json;
using SupplyChainAnalyzers.Core.Policy;
using SupplyChainAnalyzers.Core.Scanning.Protocol;

namespace SupplyChainAnalyzers.Core.Scanning.Signatures;

/// <summary>A question as it goes to the scanner: JSON in one string of the request.</summary>
internal static class SignatureQuestionText
{
    /// <summary>Characters of one value: keys, certificates, trusted roots as base64.</summary>
    private const int MaxText = 4 << 20;

    private const int MaxItems = 1000;

    /// <summary>Files whose digests are told; the scanner reads the others itself.</summary>
    private const int MaxKnown = 20_000;

    /// <summary>Characters of their paths: escaped twice they still fit a request.</summary>
    private const int MaxKnownCharacters = 1 << 19;

    // question, signers, signer, keys, and a level to spare
    private static readonly JsonLimits Limits = new() { MaxLength = Wire.MaxRequest, MaxDepth = 5 };

    public static string Write(SignatureQuestion question)
    {
        var json = JsonWriter.Compact().BeginObject()
            .Member("bundle", question.Bundle).Member("model", question.Model)
            .Member("unsigned", question.IgnoreUnsignedFiles).Member("links", question.AllowLinks).Member("legacy", question.AllowLegacy)
            .Member("only", question.IsOnlyKnown && Told(question).Count == question.Known.Count); // what was left out must not count as absent
        json.Name("signers").BeginArray();
        foreach (var signer in question.Signers)
            Write(json, signer);
        json.EndArray();
        Array(json.Name("ignored"), question.IgnoredPaths);

        if (question.Attestation is { } demand)
            Write(json.Name("attestation"), demand);

        json.Name("known").BeginArray();
        foreach (var file in Told(question))
            json.BeginObject().Member("path", file.Path).Member("size", file.Size).Member("sha256", file.Sha256).EndObject();
        return json.EndArray().EndObject().ToString();
    }

    /// <summary>Null unless it is exactly a question.</summary>
    public static SignatureQuestion? Read(string text)
    {
        var json = JsonReader.Parse(Encoding.UTF8.GetBytes(text), Limits);
        var fields = new JsonFields(json.Root, json.Error);
        var question = new SignatureQuestion
        {
            Bundle = fields.String("bundle", MaxText),
            Model = fields.String("model", MaxText),
            IgnoreUnsignedFiles = Flag(fields, "unsigned"),
            AllowLinks = Flag(fields, "links"),
            AllowLegacy = Flag(fields, "legacy"),
            IsOnlyKnown = Flag(fields, "only"),
            Signers = [.. fields.Array("signers", MaxItems).Select(item => Inner(fields, item, ReadSigner))],
            IgnoredPaths = Texts(fields.Array("ignored", MaxItems)),
            Attestation = fields.OptionalObject("attestation") is { } demand ? Inner(fields, demand, ReadDemand) : null,
            Known = [.. fields.Array("known", MaxKnown).Select(item => Inner(fields, item, static known => new KnownFile(known.String("path", MaxText), known.Number("size"), known.String("sha256", 64))))],
        };
        fields.Close();
        return fields.Error is null ? question : null;
    }

    private static List<KnownFile> Told(SignatureQuestion question)
    {
        var characters = 0;
        return [.. question.Known.Take(MaxKnown).TakeWhile(file => (characters += file.Path.Length) < MaxKnownCharacters)];
    }

    private static void Write(JsonWriter json, ExpectedSigner signer)
    {
        json.BeginObject().Member("method", (long)signer.Method).Member("now", signer.CertificateMustBeValidNow)
            .Member("identity", signer.Identity).Member("pattern", signer.IdentityIsPattern).Member("issuer", signer.Issuer)
            .Member("root", signer.TrustedRoot is { } root ? Convert.ToBase64String(root) : null);
        Array(json.Name("keys"), signer.Keys.Select(Convert.ToBase64String));
        Array(json.Name("roots"), signer.Roots.Select(Convert.ToBase64String));
        Array(json.Name("stamps"), signer.TimestampRoots.Select(Convert.ToBase64String));
        json.EndObject();
    }

    private static ExpectedSigner ReadSigner(JsonFields signer) => new()
    {
        Method = (SigningMethod)signer.Number("method"),
        CertificateMustBeValidNow = Flag(signer, "now"),
        Identity = signer.OptionalString("identity", MaxText),
        IdentityIsPattern = Flag(signer, "pattern"),
        Issuer = signer.OptionalString("issuer", MaxText),
        TrustedRoot = signer.OptionalString("root", MaxText) is { } root ? Bytes(root) : null,
        Keys = [.. signer.Array("keys", MaxItems).Select(static item => Bytes(item.StringValue))],
        Roots = [.. signer.Array("roots", MaxItems).Select(static item => Bytes(item.StringValue))],
        TimestampRoots = [.. signer.Array("stamps", MaxItems).Select(static item => Bytes(item.StringValue))],
    };

    private static void Write(JsonWriter json, AttestationDemand demand)
    {
        json.BeginObject();
        Array(json.Name("files"), demand.Files);
        foreach (var (name, patterns) in new[] { ("builders", demand.Builders), ("sources", demand.Sources), ("parameters", demand.Parameters), ("dependencies", demand.Dependencies) })
        {
            if (patterns is not null)
                Array(json.Name(name), patterns);
        }

        json.EndObject();
    }

    private static AttestationDemand ReadDemand(JsonFields demand) => new()
    {
        Files = Texts(demand.Array("files", MaxKnown)),
        Builders = Patterns(demand, "builders"),
        Sources = Patterns(demand, "sources"),
        Parameters = Patterns(demand, "parameters"),
        Dependencies = Patterns(demand, "dependencies"),
    };

    private static IReadOnlyList<string>? Patterns(JsonFields demand, string name) => demand.OptionalObject(name) is { } patterns ? Texts(patterns.Items) : null;

    private static IReadOnlyList<string> Texts(IReadOnlyList<JsonNode> items) => [.. items.Select(static item => item.StringValue ?? "")];

    private static T Inner<T>(JsonFields outer, JsonNode node, Func<JsonFields, T> read)
    {
        var fields = new JsonFields(node);
        var value = read(fields);
        fields.Close();
        outer.Include(fields);
        return value;
    }

    private static bool Flag(JsonFields fields, string name) => fields.Object(name) is { Kind: JsonKind.True };

    // Both ends are ours: what is not base64 is an empty value, which nothing accepts.
    private static byte[] Bytes(string? text)
    {
        try
        {
            return Convert.FromBase64String(text ?? "");
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
