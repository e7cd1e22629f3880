namespace SupplyChainAnalyzers.Core.Formats.Sniffers;

/// <summary>
/// Gradient-boosted trees in binary: CatBoost <c>CBM1</c> and a flat buffer's length (4) · XGBoost in UBJSON, an object whose
/// first member is <c>learner</c> (<c>{ L</c>, length in 8 big-endian bytes, name, <c>{</c>; shorter integer types are allowed),
/// and its older <c>binf</c>, where a format header stands before the raw structures. LightGBM and XGBoost's JSON are texts.
/// </summary>
internal static class TreeModelSniffer
{
    public static ModelFormat? Sniff(Head head)
    {
        if (head.Has(0, "CBM1") && head.U32(4) is var length && length > 0 && length <= head.FileSize - 8)
            return ModelFormats.CatBoost;

        var isUniversalJson = head.Has(0, "{L\0\0\0\0\0\0\0\u0007learner{") || head.Has(0, "{l\0\0\0\u0007learner{")
            || head.Has(0, "{I\0\u0007learner{") || head.Has(0, "{i\u0007learner{") || head.Has(0, "{U\u0007learner{");
        return isUniversalJson || IsBinary(head) ? ModelFormats.XgBoost : null;
    }

    // The base score, a float, follows the mark; a text that begins with the same letters has no such small count after it.
    private static bool IsBinary(Head head)
    {
        const int MostFeatures = 100_000_000;
        return head.Has(0, "binf") && head.U32(8) is > 0 and <= MostFeatures;
    }
}
