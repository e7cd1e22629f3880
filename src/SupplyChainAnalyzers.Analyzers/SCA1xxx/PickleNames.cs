using SupplyChainAnalyzers.Analyzers.Apis;

namespace SupplyChainAnalyzers.Analyzers.SCA1xxx;

/// <summary>What a file's name, and the loader that is given it, say about pickle.</summary>
internal static class PickleNames
{
    private const string SafeTensors = "safetensors";
    private const string PickleRisk = "pickle-code-exec";

    // .pt is also TorchScript, which is another archive: a name that says so is left alone.
    private static readonly string[] Extensions = [".pt", ".pth", ".ckpt", ".pkl", ".pickle", ".joblib"];
    private static readonly string[] ScriptWords = ["script", "jit", "traced"];

    // .bin is everything: only the names that torch writes.
    private static readonly string[] BinaryPrefixes = ["pytorch_model", "adapter_model", "diffusion_pytorch_model", "training_args", "optimizer"];

    /// <summary>A loader of PyTorch's own files, which are pickles whatever they are called.</summary>
    public static bool IsOnlyPickle(ApiMember member) => member.Risk == PickleRisk && member.Formats.Contains("pth", StringComparer.Ordinal);

    /// <summary>A loader that takes pickles and safetensors alike.</summary>
    public static bool HasSafeAlternative(ApiMember member) => member.Formats.Contains(SafeTensors, StringComparer.Ordinal);

    /// <summary>Whether a file of this name is a pickle, most likely.</summary>
    public static bool IsPickle(string name)
    {
        var extension = ExtensionOf(name);
        if (extension.Equals(".bin", StringComparison.OrdinalIgnoreCase))
            return Array.Exists(BinaryPrefixes, prefix => name.StartsWith(prefix, StringComparison.OrdinalIgnoreCase));

        return Extensions.Contains(extension, StringComparer.OrdinalIgnoreCase)
            && !Array.Exists(ScriptWords, word => name.IndexOf(word, StringComparison.OrdinalIgnoreCase) >= 0);
    }

    /// <summary>Whether <paramref name="member"/> reads a file of this name as a pickle, though it could read another.</summary>
    public static bool IsPickleOf(ApiMember member, string name)
    {
        var extension = ExtensionOf(name).TrimStart('.').ToLowerInvariant();
        return extension is "ckpt" or "bin" or "pt" or "pth" && member.Formats.Contains(extension, StringComparer.Ordinal);
    }

    /// <summary>With the dot; not by Path, which throws on characters that a literal may well hold.</summary>
    public static string ExtensionOf(string name) => name.LastIndexOf('.') is var dot and >= 0 ? name.Substring(dot) : "";
}
