using TorchSharp.PyBridge;

namespace EveryRule;

/// <summary>A file in pickle format.</summary>
internal static class SCA1020
{
    public static object Run(string path) => PyTorchUnpickler.UnpickleStateDict(path);
}
