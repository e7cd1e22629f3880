using SupplyChainAnalyzers.Core.Manifest;

namespace SupplyChainAnalyzers.Analyzers.Locks;

/// <summary>
/// Whether a path in source code can be a declared file. Code names files from where the program runs, the lock from where it
/// lies, and a build copies between them: so a declared path counts when one of the two is the end of the other, and a name
/// that no two models share counts in any folder. Case is ignored: a wrong one is for the build to say.
/// </summary>
internal sealed class DeclaredPaths
{
    private static readonly char[] Separators = ['/', '\\'];

    // What exporters call every model: such a name says nothing about which model it is.
    private static readonly HashSet<string> CommonStems = new(StringComparer.OrdinalIgnoreCase)
    {
        "model", "pytorch_model", "adapter_model", "tf_model", "saved_model", "diffusion_pytorch_model", "flax_model", "weights",
        "encoder", "decoder", "encoder_model", "decoder_model", "model_quantized", "model_fp16", "model_int8", "config",
        "genai_config", "generation_config", "tokenizer", "tokenizer_config", "vocab", "merges", "special_tokens_map", "checkpoint", "best", "last",
    };

    private readonly List<string[]> _paths = [];
    private readonly HashSet<string> _names = new(StringComparer.OrdinalIgnoreCase);

    public DeclaredPaths(ModelsLock? models)
    {
        var folders = new HashSet<string>(StringComparer.OrdinalIgnoreCase);
        foreach (var model in models?.Models.Values ?? [])
        {
            foreach (var file in model.Files.Keys)
            {
                var segments = Segments(model.Path + "/" + file);
                _paths.Add(segments);
                _names.Add(segments[segments.Length - 1]);
                // Some loaders take the folder.
                for (var length = segments.Length - 1; length > 0 && folders.Add(string.Join("/", segments, 0, length)); length--)
                    _paths.Add([.. segments.Take(length)]);
            }
        }
    }

    /// <summary>Whether a constant path of the source can be one that is declared.</summary>
    public bool Covers(string path)
    {
        var segments = Segments(path);
        if (segments.Length == 0)
            return true;

        var name = segments[segments.Length - 1];
        return (_names.Contains(name) && !IsCommon(name)) || _paths.Exists(declared => IsEnd(declared, segments));
    }

    /// <summary>Whether one of two paths is the end of the other.</summary>
    public static bool IsSameFile(string declared, string path) => IsEnd(Segments(declared), Segments(path));

    private static bool IsCommon(string name)
    {
        var dot = name.IndexOf('.');
        return CommonStems.Contains(dot < 0 ? name : name.Substring(0, dot));
    }

    /// <summary>Whether the shorter of the two is the end of the longer.</summary>
    private static bool IsEnd(string[] left, string[] right)
    {
        for (var i = 1; i <= Math.Min(left.Length, right.Length); i++)
        {
            if (!left[left.Length - i].Equals(right[right.Length - i], StringComparison.OrdinalIgnoreCase))
                return false;
        }

        return true;
    }

    // What leads out of the program's folder or stays in it names no folder of the lock.
    private static string[] Segments(string path) =>
        [.. path.Split(Separators, StringSplitOptions.RemoveEmptyEntries).Where(static segment => segment is not ("." or ".."))];
}
