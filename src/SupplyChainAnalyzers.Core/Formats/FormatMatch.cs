using static SupplyChainAnalyzers.Core.Formats.ModelFormats;

namespace SupplyChainAnalyzers.Core.Formats;

/// <summary>
/// Whether the declared format and the one found in the first bytes can be the same file's.
/// </summary>
/// <remarks>
/// The first bytes of some formats only tell their container (a Keras archive starts like any zip), or nothing at all (raw
/// weights). Each row lists, for what was found, the declarations it does not contradict. Two rules hold for every row and
/// are tested over all pairs: what runs code never passes as something that doesn't, and a model never passes as a
/// non-model.
/// </remarks>
public static class FormatMatch
{
    private static readonly Dictionary<ModelFormat, ModelFormat[]> AlsoDeclared = new()
    {
        // Kinds of one thing, equally dangerous.
        [Pickle] = [Joblib, PyTorchLegacy],
        [Joblib] = [Pickle],
        [PyTorchLegacy] = [Pickle],
        [PyTorch] = [TorchScript],
        [TorchScript] = [PyTorch],

        // Containers: what is inside lies beyond the first bytes.
        [Zip] = [PyTorch, TorchScript, Keras, NumPyZip, Skops, Mar],
        [NumPyZip] = [Skops],
        [Tar] = [NeMo, PyTorchLegacy],
        [GZip] = [Joblib, Rds, NeMo, Mar],
        [BZip2] = [Joblib, Rds, NeMo],
        [Xz] = [Joblib, Rds, NeMo],
        [Lzma] = [Joblib],
        [Lz4] = [Joblib],
        [ZLib] = [Joblib],
        [Hdf5] = [KerasH5],

        // Texts: every one of them is a text, and most look like one.
        [ModelFormats.Json] = [PlainText, Yaml, XgBoost, MxNet, CatBoost],
        [Xml] = [PlainText, Pmml, OpenVinoXml],
        [Yaml] = [PlainText],
        [Python] = [PlainText],
        [Jinja] = [PlainText],
        [PlainText] = [ModelFormats.Json, Yaml, Xml, Python, Jinja],

        // Formats without a signature, or with one only in some versions.
        [Unknown] = [Raw, OpenVinoBin, PaddlePaddle, MxNet, Cntk, XgBoost, Flax],
    };

    /// <summary>False only where the two contradict each other; then the file is not what was declared.</summary>
    public static bool Agrees(ModelFormat declared, ModelFormat found) =>
        declared == found || (AlsoDeclared.TryGetValue(found, out var others) && Array.IndexOf(others, declared) >= 0);
}
