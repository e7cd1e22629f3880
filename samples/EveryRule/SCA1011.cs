using System.Threading.Tasks;
using HuggingfaceHub;

namespace EveryRule;

/// <summary>The folder of a declared model, asked of the hub, where anybody may register the name.</summary>
internal static class SCA1011
{
    public static Task<string> Run() => HFDownloader.DownloadSnapshotAsync("models/fraud-finbert", "043235d6088ecd3dd5fb5ca3592b6913fd516027");
}
