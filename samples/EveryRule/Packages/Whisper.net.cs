#nullable enable
namespace Whisper.net.Ggml
{
    public enum GgmlType { Base }
    public class WhisperGgmlDownloader
    {
        public static WhisperGgmlDownloader Default { get; } = new WhisperGgmlDownloader();
        public System.Threading.Tasks.Task<System.IO.Stream> GetGgmlModelAsync(GgmlType type) => System.Threading.Tasks.Task.FromResult(System.IO.Stream.Null);
    }
}
