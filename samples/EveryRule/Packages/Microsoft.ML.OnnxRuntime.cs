#nullable enable
namespace Microsoft.ML.OnnxRuntime
{
    public sealed class SessionOptions { public void RegisterCustomOpLibrary(string libraryPath) { } }
    public class InferenceSession
    {
        public InferenceSession(string modelPath) { }
        public InferenceSession(byte[] model) { }
    }
}
