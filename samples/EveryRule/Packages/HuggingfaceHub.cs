#nullable enable
namespace HuggingfaceHub
{
    public static class HFDownloader
    {
        public static System.Threading.Tasks.Task<string> DownloadSnapshotAsync(string repoId, string? revision = null, string? localDir = null) => System.Threading.Tasks.Task.FromResult(repoId);
    }
}
