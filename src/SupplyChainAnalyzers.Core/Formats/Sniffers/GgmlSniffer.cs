namespace SupplyChainAnalyzers.Core.Formats.Sniffers;

/// <summary>
/// The formats before GGUF: a magic (4, little-endian, so it reads backwards in a dump), in all but the first kind
/// a version (4), then hyperparameters. <c>ggml</c> has no version: its first parameter is the size of the vocabulary.
/// </summary>
internal static class GgmlSniffer
{
    // ggmf: 1 · ggjt: 1 to 3 · ggla (LoRA): 1. A few more are let through, they would still be of this family.
    private const int HighestVersion = 16;

    // Vocabularies go to a few hundred thousand; models without one (ggml's MNIST and SAM examples) begin with a small layer size.
    private const int HighestFirstParameter = 10_000_000;

    public static ModelFormat? Sniff(Head head)
    {
        var next = head.U32(4);
        if (head.Has(0, "lmgg"))
            return next is >= 1 and <= HighestFirstParameter ? ModelFormats.Ggml : null;

        var versioned = head.Has(0, "fmgg") || head.Has(0, "tjgg") || head.Has(0, "algg") || head.Has(0, "nsgg");
        return versioned && next is >= 1 and <= HighestVersion ? ModelFormats.Ggml : null;
    }
}
