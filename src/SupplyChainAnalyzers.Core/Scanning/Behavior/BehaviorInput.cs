namespace SupplyChainAnalyzers.Core.Scanning.Behavior;

/// <summary>A file a model was checked with.</summary>
/// <param name="Role">probe, labels, reference, original, inputs, training, golden, prompts, phrases, parts, or the name of a text beside the model: see <see cref="ModelParts.TextNames"/>.</param>
/// <param name="Sha256">64 lower-case hex digits, of the bytes that were read.</param>
public sealed record BehaviorInput(string Role, string Sha256)
{
    /// <summary>Before the name of a text that lies beside the reference.</summary>
    public const string OfReference = "reference/";

    /// <summary>All files of models that have several: the digest of their digests, a line each.</summary>
    public const string Parts = "parts";
}
