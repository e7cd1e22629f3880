#nullable enable
namespace TorchSharp
{
    public static class torch
    {
        public static class hub { public static void download_url_to_file(string url, string dst, string? hash_prefix = null, bool progress = true) { } }
    }
}
