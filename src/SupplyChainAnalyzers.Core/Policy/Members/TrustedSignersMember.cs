using SupplyChainAnalyzers.Core.Documents;
using SupplyChainAnalyzers.Core.Findings;
using SupplyChainAnalyzers.Core.Json;
using SupplyChainAnalyzers.Core.Policy.Reading;

namespace SupplyChainAnalyzers.Core.Policy.Members;

/// <summary><c>signatures.trusted</c>.</summary>
internal sealed class TrustedSignersMember() : OwnedMapMember<SignaturesPolicy, TrustedSigner>(
    "signatures.trusted", static section => section.Trusted, static (section, value) => section with { Trusted = value })
{
    private static readonly PolicyWords<SigningMethod> Methods = new("key", "certificate", "sigstore");

    // What recognises a signer depends on the method: a member of another method would look as if it counted.
    private static readonly Dictionary<SigningMethod, Shape> Shapes = new()
    {
        [SigningMethod.Key] = new("a trusted signer with the method key", ["for", "method", "keys"], []),
        [SigningMethod.Certificate] = new("a trusted signer with the method certificate", ["for", "method", "roots"], ["identity", "timestampRoots"]),
        [SigningMethod.Sigstore] = new("a trusted signer with the method sigstore", ["for", "method", "issuer", "identity"], ["trustedRoot"]),
    };

    protected override bool Owns(SignaturesPolicy floor) => floor.Trusted is not null || floor.Require?.Value == SignatureRequirement.Always;

    protected override TrustedSigner? ReadEntry(string key, JsonMember member, PolicySource source)
    {
        var node = member.Value;
        if (node.Kind == JsonKind.Object && node.Find("method") is null)
        {
            source.Errors.Add(Rules.PolicyValue, "'method' is missing in a trusted signer; write key, certificate or sigstore", member.NameRegion);
            return null;
        }

        var method = SigningMethod.Key;
        if (node.Find("method") is { } word && !Methods.TryRead(word, "signatures.trusted.method", source, out method)) return null;
        if (ShapedObject.Open(node, Shapes[method], member.NameRegion, source.Errors) is not { } signer) return null;

        bool whole = Shapes[method].Required.All(name => signer.Member(name) is not null);
        return new TrustedSigner
        {
            For = List("for", source.Patterns) ?? [],
            Method = method,
            Issuer = One("issuer", source.Text),
            Identity = One("identity", source.Pattern),
            Roots = List("roots", source.FilePaths) ?? [],
            TimestampRoots = List("timestampRoots", source.FilePaths) ?? [],
            Keys = List("keys", source.FilePaths) ?? [],
            TrustedRoot = One("trustedRoot", source.FilePath),
            Place = source.Place(member.NameRegion),
        } is var read && whole ? read : null;

        T? One<T>(string name, Func<JsonNode, string, T?> reader)
            where T : class
        {
            if (!Shapes[method].Has(name) || signer.Member(name) is not { } found) return null;
            var value = reader(found.Value, "signatures.trusted." + name);
            whole &= value is not null;
            return value;
        }

        IReadOnlyList<T>? List<T>(string name, Func<JsonNode, string, IReadOnlyList<T>?> reader)
        {
            var value = One(name, reader);
            if (value is not { Count: 0 }) return value;
            source.Wrong(signer.Member(name)!.Value.Value, $"'signatures.trusted.{name}' is empty; a signer needs at least one");
            whole = false;
            return value;
        }
    }

    protected override string? WhyWider(TrustedSigner wide, TrustedSigner narrow)
    {
        if (wide.Method != narrow.Method) return "is recognised in another way";
        if (!narrow.For.All(pattern => wide.For.Any(other => other.Covers(pattern)))) return "is trusted for more";
        if (wide.Issuer != narrow.Issuer) return "has another issuer";
        if (wide.Identity is not null && (narrow.Identity is null || !wide.Identity.Covers(narrow.Identity))) return "accepts more identities";
        if (wide.TrustedRoot != narrow.TrustedRoot) return "has another trusted root";
        if (narrow.Roots.Except(wide.Roots).Any()) return "accepts more roots";
        if (narrow.TimestampRoots.Except(wide.TimestampRoots).Any()) return "accepts more time stamps";
        return narrow.Keys.Except(wide.Keys).Any() ? "accepts more keys" : null;
    }

    protected override PolicyPlace PlaceOf(TrustedSigner entry) => entry.Place;

    protected override void WriteEntry(TrustedSigner entry, JsonWriter writer, string file)
    {
        writer.BeginObject();
        Write("for", entry.For.Select(static pattern => pattern.Text));
        writer.Member("method", Methods.Of(entry.Method)).Member("issuer", entry.Issuer).Member("identity", entry.Identity?.Text);
        Write("roots", entry.Roots.Select(path => PolicyPaths.Relative(file, path)));
        Write("timestampRoots", entry.TimestampRoots.Select(path => PolicyPaths.Relative(file, path)));
        Write("keys", entry.Keys.Select(path => PolicyPaths.Relative(file, path)));
        writer.Member("trustedRoot", entry.TrustedRoot is { } root ? PolicyPaths.Relative(file, root) : null);
        writer.EndObject();

        void Write(string name, IEnumerable<string> values)
        {
            string[] list = [.. values];
            if (list.Length == 0) return;
            writer.Name(name).BeginArray(inline: true);
            foreach (string value in list) writer.String(value);
            writer.EndArray();
        }
    }
}
