using FsCheck;
using FsCheck.Fluent;
using SupplyChainAnalyzers.Core.Formats;
using SupplyChainAnalyzers.Core.Manifest;
using SupplyChainAnalyzers.Core.Policy;

namespace SupplyChainAnalyzers.Core.Tests.Manifest;

/// <summary>Locks of chance that a reader must accept; its maps come in no order.</summary>
internal static class LockGenerator
{
    private static readonly Gen<string> Sha256 = Gen.Elements("0123456789abcdef".ToCharArray()).ArrayOf(64).Select(static digits => new string(digits));
    private static readonly Gen<string> Text = Gen.Elements("a", "Z", "0", " ", "\"", "\\", "/", "é", "\U0001F600", "\u202e", "\u2028").NonEmptyListOf().Select(string.Concat);

    // Words that do not fold to each other, so that no two paths made of them collide.
    private static readonly Gen<string> Word = Gen.Elements("a", "b-1", "c.d", "é", "日本", "\U0001F600", "x y", "model.onnx", "_", "~1", "%41", "$(x)", "#");
    private static readonly Gen<string> Name = Gen.Elements("ner", "a", "b.c", "0-1", "x_y", "Llama3");

    public static Gen<ModelsLock> Lock()
        => from names in Name.ListOf().Select(static names => names.Distinct(StringComparer.OrdinalIgnoreCase).ToArray())
           from models in Model().ArrayOf(names.Length)
           from hosted in Hosted().ArrayOf(names.Length)
           select new ModelsLock
           {
               Models = names.Zip(models).ToDictionary(static pair => pair.First, static pair => pair.Second(pair.First)),
               Hosted = names.Skip(1).Zip(hosted).ToDictionary(static pair => pair.First, static pair => pair.Second(pair.First)),
           };

    private static Gen<Func<string, ModelEntry>> Model()
        => from files in Files(Gen.Elements(ModelFormats.All.Select(static format => format.Id).ToArray())).Where(static files => files.Count > 0)
           from source in Source()
           from role in Gen.Elements(Enum.GetValues<ModelRole>())
           from presence in Gen.Elements(Presence.Checkout, Presence.Fetch, Presence.Deploy)
           from license in Maybe(Text)
           from hasTree in ArbMap.Default.GeneratorFor<bool>()
           from provenance in Maybe(Provenance())
           from behavior in Maybe(Behavior())
           from signer in Maybe(Text)
           select (Func<string, ModelEntry>)(name => new ModelEntry
           {
               Name = name,
               Path = "models/" + name, // each in a folder of its own
               Source = source,
               Role = role,
               License = license,
               Files = files,
               TreeHash = hasTree ? TreeHash.Of(files.Values) : null,
               Signature = signer is null ? null : new SignatureFact { Type = "oms", Bundle = "model.sig", Signer = signer },
               Provenance = provenance,
               Behavior = behavior,
               Presence = source?.Type == SourceType.External ? Presence.External : presence,
           });

    private static Gen<Func<string, HostedModel>> Hosted()
        => from model in Text
           from endpoint in Gen.Elements("https://api.openai.com", "http://localhost:11434/v1")
           select (Func<string, HostedModel>)(name => new HostedModel { Name = name, Provider = "openai", Endpoint = endpoint, Model = model });

    private static Gen<Dictionary<string, ModelFile>> Files(Gen<string> formats)
        => (from folder in Gen.Elements("", "D/", "D/E/")
            from name in Word
            from sha256 in Sha256
            from size in ArbMap.Default.GeneratorFor<long>().Select(static size => size & ((1L << 53) - 1))
            from format in formats
            select new ModelFile { Path = folder + name, Sha256 = sha256, Size = size, Format = format })
            .ListOf().Select(static files => files.GroupBy(static file => file.Path).ToDictionary(static group => group.Key, static group => group.First()));

    private static Gen<ModelSource?> Source()
        => from sha256 in Sha256
           from tag in Maybe(Text)
           from source in Gen.Elements<ModelSource?>(
               null,
               new() { Type = SourceType.HuggingFace, Repo = "acme/ner", Revision = sha256[..40], ResolvedFrom = tag },
               new() { Type = SourceType.Oci, Host = "r.example:5000", Repo = "m/ner", Revision = "sha256:" + sha256, ResolvedFrom = tag },
               new() { Type = SourceType.Ollama, Repo = "llama3.2", Revision = "sha256:" + sha256, ResolvedFrom = tag },
               new() { Type = SourceType.GitHub, Repo = "acme/models", Asset = "ner v1.onnx", Revision = "sha256:" + sha256, ResolvedFrom = tag },
               new() { Type = SourceType.Url, Url = "https://a.example/ner?x=%20", ResolvedFrom = tag },
               new() { Type = SourceType.Local },
               new() { Type = SourceType.External, Url = "s3://bucket/ner", Version = "7" })
           select source;

    private static Gen<ProvenanceFact> Provenance()
        => from texts in Texts().ArrayOf(3)
           from files in Files(Gen.Constant(""))
           from seed in Maybe(Text)
           from attestation in Maybe(Word)
           select new ProvenanceFact
           {
               BaseModel = "base",
               Datasets = new Dictionary<string, DatasetFact> { ["set"] = new() { Version = seed, Files = files }, ["other set"] = new() },
               Training = seed is null ? null : new TrainingFact { Frameworks = texts[0], Seed = seed, Hyperparameters = texts[1], Hardware = seed },
               Attestation = attestation,
               Evaluation = texts[2],
           };

    private static Gen<BehaviorFact> Behavior()
        => from sha256 in Sha256
           from checks in Gen.SubListOf("golden", "trigger-search", "weights")
           from tolerance in Gen.Elements("0", "1e-4", "0.25", null)
           from tier in Gen.Elements<BehaviorTier?>(null, BehaviorTier.Off, BehaviorTier.Fast, BehaviorTier.Standard, BehaviorTier.Deep)
           from hasLabels in ArbMap.Default.GeneratorFor<bool>()
           from reference in Gen.Elements("base", null)
           from parameters in Gen.SubListOf("weights.channelZ", "additive.logRatio")
           from accepted in Gen.SubListOf("weights", "neural-cleanse#0", "additive#12")
           from reason in Text
           select new BehaviorFact
           {
               Tier = tier,
               Probe = new BehaviorFile("probe.npz", sha256, default),
               Labels = hasLabels ? new BehaviorFile("y.npy", sha256, default) : null,
               Training = hasLabels ? new BehaviorFile("t.npz", sha256, default) : null,
               GoldenSha256 = sha256,
               GoldenTolerance = tolerance,
               Reference = reference,
               Checks = [.. checks],
               Parameters = parameters.ToDictionary(static name => name, static _ => "-1.5"),
               Accepted = accepted.ToDictionary(static key => key, key => new AcceptedTrigger { Key = key, Sha256 = sha256, Score = "1.4", Reason = reason, Author = "a", Reviewer = "b", Expires = new DateTime(2027, 6, 30, 0, 0, 0, DateTimeKind.Utc) }),
           };

    private static Gen<Dictionary<string, string>> Texts()
        => Gen.Zip(Text, Text).ListOf().Select(static pairs => pairs.GroupBy(static pair => pair.Item1).ToDictionary(static group => group.Key, static group => group.First().Item2));

    private static Gen<T?> Maybe<T>(Gen<T> generator)
        where T : class
        => Gen.OneOf(Gen.Constant<T?>(null), generator.Select(static value => (T?)value));
}
