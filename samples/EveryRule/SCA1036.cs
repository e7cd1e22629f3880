using System.IO;
using System.Threading.Tasks;
using Whisper.net.Ggml;

namespace EveryRule;

/// <summary>A library that composes the address itself.</summary>
internal static class SCA1036
{
    public static Task<Stream> Run() => WhisperGgmlDownloader.Default.GetGgmlModelAsync(GgmlType.Base);
}
