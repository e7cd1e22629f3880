using Microsoft.ML.OnnxRuntime;
using SupplyChainAnalyzers.Core.Text;

namespace SupplyChainAnalyzers.Scanner.Behavior.Engine;

/// <summary>
/// Runs ONNX models with ONNX Runtime on the processor: one thread, no operator but its own, nothing logged, nothing sent. A hostile model
/// can still crash native code or eat memory, so this belongs in the confined process, one model in each.
/// </summary>
internal static class OnnxEngine
{
    /// <summary>Bytes of a model without its external tensors; protobuf's own limit is the same.</summary>
    public const int MaxModel = int.MaxValue;

    private const int MaxReason = 400; // ONNX Runtime repeats whole shapes and names

    // session.* are keys of onnxruntime_session_options_config_keys.h.
    private const string ExternalFolder = "session.model_external_initializers_file_folder_path";

    /// <summary>Of ONNX Runtime, such as 1.29.0: part of what results depend on.</summary>
    /// <exception cref="OnnxUnavailableException">There is none for this machine.</exception>
    public static string Version
    {
        get
        {
            NativeRuntime.Load();
            return OrtEnv.Instance().GetVersionString();
        }
    }

    /// <summary>Loads a model.</summary>
    /// <param name="model">A ModelProto; not changed, not kept.</param>
    /// <param name="settings">How; null is as <see cref="OnnxSettings"/> says by default.</param>
    /// <exception cref="OnnxUnavailableException">No model can be run here.</exception>
    /// <exception cref="OnnxException">It is damaged, needs what ONNX Runtime has not, or reaches where it must not.</exception>
    public static OnnxSession Load(byte[] model, OnnxSettings? settings = null)
    {
        settings ??= new OnnxSettings();
        NativeRuntime.Load();
        if (!settings.IsOurs && ModelGate.Refusal(model, settings.Folder is not null) is { } refusal)
            throw new OnnxException(OnnxStage.Load, refusal);

        return Try(OnnxStage.Load, () =>
        {
            using var options = Options(settings);
            return new OnnxSession(new InferenceSession(GraphOutputs.Add(model, settings.ExtraOutputs), options));
        });
    }

    /// <summary>Whatever ONNX Runtime throws, as ours.</summary>
    internal static T Try<T>(OnnxStage stage, Func<T> work)
    {
        try
        {
            return work();
        }
        catch (Exception e) when (e is OnnxRuntimeException or ArgumentException or InvalidOperationException or NotSupportedException or KeyNotFoundException)
        {
            throw new OnnxException(stage, Printable.Of(e.Message, MaxReason), e);
        }
    }

    private static SessionOptions Options(OnnxSettings settings)
    {
        var options = new SessionOptions
        {
            // More threads would add up in another order each time.
            IntraOpNumThreads = 1,
            InterOpNumThreads = 1,
            ExecutionMode = ExecutionMode.ORT_SEQUENTIAL,
            GraphOptimizationLevel = (GraphOptimizationLevel)settings.Optimization,
            LogSeverityLevel = OrtLoggingLevel.ORT_LOGGING_LEVEL_FATAL, // what fails is thrown as well
            EnableProfiling = false,
        };
        if (settings.Folder is { } folder)
            options.AddSessionConfigEntry(ExternalFolder, folder);
        return options;
    }
}
