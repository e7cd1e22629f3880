namespace SupplyChainAnalyzers.Core.Formats;

/// <summary>Formats whose usual loader runs what the file says.</summary>
public static partial class ModelFormats
{
    /// <summary>A Python pickle: calls whatever importable function it names.</summary>
    public static readonly ModelFormat Pickle = new("pickle", "Python pickle", isModel: true, runsCode: true);

    /// <summary>A pickle with raw arrays in between; may be compressed, then its first bytes are the compressor's.</summary>
    public static readonly ModelFormat Joblib = new("joblib", "joblib pickle", isModel: true, runsCode: true);

    /// <summary>What <c>torch.save</c> writes since 1.6: a zip with <c>data.pkl</c>.</summary>
    public static readonly ModelFormat PyTorch = new("pytorch", "PyTorch archive", isModel: true, runsCode: true);

    /// <summary>What <c>torch.save</c> wrote before 1.6: pickles in a row, or (before 0.2) a tar with pickles.</summary>
    public static readonly ModelFormat PyTorchLegacy = new("pytorch-legacy", "PyTorch before 1.6", isModel: true, runsCode: true);

    /// <summary>A program with its weights. Its operators reach the file system, and <c>torch.load</c> accepts it as well.</summary>
    public static readonly ModelFormat TorchScript = new("torchscript", "TorchScript archive", isModel: true, runsCode: true);

    /// <summary>A .npy whose elements are Python objects: a header, then a pickle.</summary>
    public static readonly ModelFormat NumPyObjects = new("npy-object", "NumPy array of Python objects", isModel: true, runsCode: true);

    /// <summary>Keras' HDF5 layout: a Lambda layer carries Python byte code, which loaders before Keras 3.11 run unasked.</summary>
    public static readonly ModelFormat KerasH5 = new("keras-h5", "Keras HDF5", isModel: true, runsCode: true);

    /// <summary>A tar with a configuration that names classes to build, and a PyTorch checkpoint.</summary>
    public static readonly ModelFormat NeMo = new("nemo", "NVIDIA NeMo archive", isModel: true, runsCode: true);

    /// <summary>A zip with a Python handler that the server imports.</summary>
    public static readonly ModelFormat Mar = new("mar", "TorchServe archive", isModel: true, runsCode: true);

    /// <summary>Torch for Lua: a stored function is byte code.</summary>
    public static readonly ModelFormat Torch7 = new("torch7", "Torch7 (Lua)", isModel: true, runsCode: true);

    /// <summary>R's serialization: a promise in it is evaluated at first use (CVE-2024-27322).</summary>
    public static readonly ModelFormat Rds = new("rds", "R serialized object", isModel: true, runsCode: true);

    /// <summary>A program for six systems with the weights attached.</summary>
    public static readonly ModelFormat Llamafile = new("llamafile", "llamafile (portable executable with weights)", isModel: true, runsCode: true);

    private static ModelFormat[] Executing =>
        [Pickle, Joblib, PyTorch, PyTorchLegacy, TorchScript, NumPyObjects, KerasH5, NeMo, Mar, Torch7, Rds, Llamafile];
}
