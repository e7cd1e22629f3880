using SupplyChainAnalyzers.Core.Findings;

namespace SupplyChainAnalyzers.Core.Sources.Python;

/// <summary>SCA1024: loaders that run what the file says.</summary>
internal static class UnsafeLoadJudge
{
    private static readonly HashSet<string> Pickles = new(StringComparer.Ordinal)
    {
        "pickle.load", "pickle.loads", "pickle.Unpickler", "_pickle.load", "_pickle.loads", "cPickle.load", "cPickle.loads", "pickle5.load", "pickle5.loads",
        "dill.load", "dill.loads", "dill.load_session", "dill.load_module", "cloudpickle.load", "cloudpickle.loads", "joblib.load", "sklearn.externals.joblib.load",
        "pandas.read_pickle", "jsonpickle.decode", "compress_pickle.load", "pickle.Unpickler.load",
    };

    private static readonly HashSet<string> KerasLoaders = new(StringComparer.Ordinal)
    {
        "keras.models.load_model", "keras.saving.load_model", "tensorflow.keras.models.load_model", "tensorflow.keras.saving.load_model", "tf_keras.models.load_model",
    };

    public static void Judge(PythonCall call, SourceNotes notes)
    {
        if (Message(call) is { } message)
            notes.Report(Rules.UnsafePythonLoad, message, call.Start, call.End - call.Start);
    }

    private static string? Message(PythonCall call)
    {
        if (call.Function is "torch.load" or "torch.serialization.load")
            return Torch(call);
        if (call.Function is "numpy.load")
            return call.Find(2, "allow_pickle") is { Value.Kind: PythonValueKind.True } ? "numpy.load with allow_pickle=True runs what the file says; leave allow_pickle out, and save arrays of numbers only" : null;
        if (KerasLoaders.Contains(call.Function))
            return call.Find(-1, "safe_mode") is { Value.Kind: PythonValueKind.False } ? "load_model with safe_mode=False runs Python code that the model brings; leave safe_mode out" : null;
        if (!Pickles.Contains(call.Function) || IsCopy(call))
            return null;

        return $"{call.Function} runs what the file says; load safetensors, or a format that holds data only";
    }

    private static string? Torch(PythonCall call)
    {
        var argument = call.Find(-1, "weights_only");
        if (argument is null)
            return call.IsOpen ? null : "torch.load without weights_only=True runs what the file says before PyTorch 2.6, which made it the default; write weights_only=True, or load safetensors";

        return argument.Value is { Kind: PythonValueKind.False, IsFallback: false } ? "torch.load with weights_only=False runs what the file says; write weights_only=True, or load safetensors" : null;
    }

    // loads(dumps(x)) copies an object of the program.
    private static bool IsCopy(PythonCall call) =>
        call.Arguments.Count > 0 && call.Arguments[0].Callee is { } callee && callee.EndsWith(".dumps", StringComparison.Ordinal);
}
