using System.Threading.Tasks;
using HuggingfaceHub;

namespace EveryRule;

/// <summary>An owner that models.policy.json does not list.</summary>
internal static class SCA1006
{
    public static Task<string> Run() => HFDownloader.DownloadSnapshotAsync("someone/fraud-finbert", "043235d6088ecd3dd5fb5ca3592b6913fd516027");
}
