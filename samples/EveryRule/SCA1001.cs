using System.Threading.Tasks;
using HuggingfaceHub;

namespace EveryRule;

/// <summary>A hub client that is told no revision.</summary>
internal static class SCA1001
{
    public static Task<string> Run() => HFDownloader.DownloadSnapshotAsync("acme/fraud-finbert");
}
