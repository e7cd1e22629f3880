namespace SupplyChainAnalyzers.Core.Sources;

/// <summary>
/// Whether a text that a library takes for a hub repository or for a folder is the one or the other. Libraries look on the disk
/// first; a reader cannot, so that only what is a repository without doubt counts as one.
/// </summary>
internal static class HubRepoName
{
    /// <summary>Characters of an owner or of a name, by the hub's rules.</summary>
    private const int MaxLength = 96;

    // What people call folders of models and data, and what stands in examples for an owner.
    private static readonly HashSet<string> FolderNames = new(StringComparer.OrdinalIgnoreCase)
    {
        "model", "models", "my_model", "my_models", "checkpoint", "checkpoints", "ckpt", "ckpts", "output", "outputs", "out", "data", "dataset", "datasets",
        "weights", "results", "result", "runs", "run", "logs", "log", "saved", "saved_model", "saved_models", "cache", "tmp", "temp", "local", "local_models",
        "pretrained", "pretrained_model", "pretrained_models", "artifacts", "assets", "resources", "experiments", "exp", "exps", "src", "lib", "app", "build",
        "dist", "save", "saves", "download", "downloads", "hf_models", "llm_models", "base_models", "test", "tests", "path", "path_to", "home", "root", "mnt",
        "workspace", "work", "user", "username", "user_name", "org", "organization", "namespace", "owner", "myorg", "my-org", "example", "examples", "trained",
        "finetuned", "fine-tuned", "lora", "loras", "adapters", "adapter", "train", "training", "trained_models", "trained_model", "storage", "files", "content",
    };

    private static readonly string[] FileExtensions = [".json", ".jsonl", ".csv", ".txt", ".py", ".bin", ".pt", ".pth", ".ckpt", ".onnx", ".h5", ".parquet", ".zip", ".tar", ".gz", ".yaml", ".yml", ".safetensors"];

    /// <summary>Whether <paramref name="text"/> is OWNER/NAME.</summary>
    public static bool IsRepo(string text)
    {
        var slash = text.IndexOf('/');
        if (slash <= 0 || slash == text.Length - 1 || text.IndexOf('/', slash + 1) >= 0)
            return false;

        var owner = text.Substring(0, slash);
        return !FolderNames.Contains(owner) && !owner.StartsWith("your", StringComparison.OrdinalIgnoreCase)
            && IsSegment(owner) && IsSegment(text.Substring(slash + 1))
            && !Array.Exists(FileExtensions, end => text.EndsWith(end, StringComparison.OrdinalIgnoreCase));
    }

    private static bool IsSegment(string text)
    {
        if (text.Length > MaxLength || !char.IsLetterOrDigit(text[0]) || text[text.Length - 1] is '-' or '.' || text.Contains("..") || text.Contains("--"))
            return false;

        foreach (var c in text)
        {
            if (c is not ((>= 'a' and <= 'z') or (>= 'A' and <= 'Z') or (>= '0' and <= '9') or '.' or '_' or '-'))
                return false;
        }

        return true;
    }
}
