#nullable enable
namespace TorchSharp.PyBridge
{
    public static class PyTorchUnpickler { public static System.Collections.Hashtable UnpickleStateDict(string file) => new System.Collections.Hashtable(); }
}
