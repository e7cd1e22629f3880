using System.Diagnostics;
using SupplyChainAnalyzers.Scanner.Tests.Formats.Onnx;

namespace SupplyChainAnalyzers.Scanner.Tests.Behavior.Autodiff;

/// <summary>Skipped, and shown as skipped, without Python's torch and onnx, or without the zoo beside the repository.</summary>
[AttributeUsage(AttributeTargets.Method)]
internal sealed class TorchFactAttribute : FactAttribute
{
    private static readonly Lazy<bool> HasTorch = new(static () =>
    {
        try
        {
            using var python = Process.Start(new ProcessStartInfo(Python, ["-c", "import torch, onnx"]) { RedirectStandardError = true });
            python!.WaitForExit();
            return python.ExitCode == 0;
        }
        catch (System.ComponentModel.Win32Exception)
        {
            return false;
        }
    });

    public TorchFactAttribute() => Skip = ZooFactAttribute.Folder is null ? "no shared/data/zoo beside the repository" : HasTorch.Value ? null : "no torch and onnx in python3";

    /// <summary>The system's own where there is one: that is where a distribution installs torch.</summary>
    public static string Python => File.Exists("/usr/bin/python3") ? "/usr/bin/python3" : "python3";
}
