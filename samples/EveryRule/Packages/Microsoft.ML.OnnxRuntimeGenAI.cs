#nullable enable
namespace Microsoft.ML.OnnxRuntimeGenAI
{
    public class Adapters { public void LoadAdapter(string adapterPath, string adapterName) { } }
}
