using System.Text;
using SupplyChainAnalyzers.Core.Findings;
using SupplyChainAnalyzers.Core.Text;
using SupplyChainAnalyzers.Scanner.Input;
using SupplyChainAnalyzers.Scanner.Judging;
using SupplyChainAnalyzers.Scanner.Judging.Python;
using SupplyChainAnalyzers.Scanner.Scanning;

namespace SupplyChainAnalyzers.Scanner.Formats.Hub;

/// <summary>
/// What readers do with the values of a configuration: import modules of the repository (transformers' auto_map, diffusers'
/// model_index.json), call what is named (Hydra), expand templates, and what no setting is (commands, places of secrets).
/// </summary>
internal sealed class ConfigJudge(ScanContext context)
{
    private static readonly HashSet<string> Targets = new(["_target_", "class_path", "_partial_target_", "__target__"], StringComparer.Ordinal);

    // Words and pieces of words, hundred thousands of them: no reader does more than compare them.
    private static readonly string[] Vocabularies = ["vocab", "tokenizer.json", "merges", "added_tokens", "special_tokens", ".index.json", "unigram"];

    // What diffusers' pipelines are made of (DiffusionPipeline, LOADABLE_CLASSES).
    private static readonly HashSet<string> PipelineLibraries = new(["diffusers", "transformers", "onnxruntime.training", "optimum", "k_diffusion", "peft", "null", "stable_diffusion", "latent_diffusion", "image_encoder"], StringComparer.Ordinal);

    private static readonly HashSet<string> Commands = new(
        ["run", "command", "commands", "cmd", "script", "scripts", "before_script", "after_script", "entrypoint", "args", "description", "help", "install", "test", "build", "pre_build", "post_build", "shell", "bash", "CIBW_TEST_COMMAND"],
        StringComparer.OrdinalIgnoreCase);

    /// <summary>Characters of the shortest command of note.</summary>
    private const int MinText = 8;

    /// <summary>Longer texts are for people.</summary>
    private const int MaxCommand = 500;

    private readonly bool _isVocabulary = Array.Exists(Vocabularies, part => context.Name.Contains(part, StringComparison.OrdinalIgnoreCase));
    private readonly bool _isPipeline = context.Name == "model_index.json";
    private string _library = "";
    private int _templates;

    public void Check(ConfigEntry entry)
    {
        if (!entry.IsText)
        {
            if (entry.Is("trust_remote_code") && entry.Value is "true" or "True")
                context.Report(Rules.RemoteCode, "asks its loader to trust code of other repositories (trust_remote_code); load it with that switched off", entry.Offset, Severity.Medium, entry.Key);
            return;
        }

        if (entry.IsIn("chat_template") && !(entry.Is("name") && entry.Around.Contains("chat_template")))
            Template(entry);
        else if (entry.IsIn("auto_map") || (entry.IsIn("custom_pipelines") && entry.Is("impl")))
            RemoteCode(entry);
        else if (_isPipeline && entry.Index >= 0)
            Pipeline(entry);
        else
            Name(entry);

        if (!_isVocabulary && !entry.IsIn("chat_template"))
            Text(entry);
    }

    private void Name(ConfigEntry entry)
    {
        var value = entry.Value;
        if (Targets.Contains(entry.Key) || (entry.Is("target") && value.Contains('.', StringComparison.Ordinal) && !value.Contains(' ', StringComparison.Ordinal)))
            TargetJudge.Check(value, "Hydra and its like call with the values beside it", UnknownTarget(value), context, entry.Offset);
        else if (entry.Is("type") && context.Name == "modules.json" && !value.StartsWith("sentence_transformers.", StringComparison.Ordinal))
            TargetJudge.Check(value, "sentence-transformers imports and calls", Severity.Medium, context, entry.Offset);
        else if (entry.Is("loader_module") && !IsUnder(value, "mlflow"))
            TargetJudge.Check(value, "MLflow imports", Severity.Medium, context, entry.Offset);
        else if (entry.Is("parent_library") && entry.IsIn("auto_mapping") && !value.StartsWith("transformers", StringComparison.Ordinal))
            TargetJudge.Check(value, "PEFT imports", Severity.Low, context, entry.Offset);
        else if (entry.Is("pip") || (entry.IsIn("dependencies") && entry.Index >= 0))
            DependencyScan.Line(value, entry.Offset, context);
        else if (!_isVocabulary && value.Length is > 4 and < 80 && PythonNames.IsPlain(value) && SourceNames.EffectOf(value) is "run" or "eval" && value.Contains('.', StringComparison.Ordinal))
            TargetJudge.Check(value, "a reader of this file may call", Severity.Low, context, entry.Offset);
    }

    // A class is made; a function of unknown effect is called with values of the file's choice.
    private static Severity UnknownTarget(string name) => PythonNames.IsClass(name.AsSpan(name.LastIndexOf('.') + 1)) ? Severity.Info : Severity.Low;

    private void RemoteCode(ConfigEntry entry)
    {
        var isForeign = entry.Value.Contains("--", StringComparison.Ordinal);
        var shown = Printable.Of(entry.Value, 100);
        context.Report(
            Rules.RemoteCode,
            isForeign
                ? $"makes a loader with trust_remote_code import '{shown}' from another repository, whose code may change any day; do not switch that on"
                : $"makes a loader with trust_remote_code import '{shown}' from its folder; read that code before you switch it on",
            entry.Offset, isForeign ? Severity.Medium : Severity.Low, entry.Value);
    }

    private void Template(ConfigEntry entry)
    {
        if (entry.IsCut)
            context.Unscannable($"has a chat template of more than {Json.JsonTokens.MaxText >> 20} MiB, which was not read; do not use it", entry.Offset);

        var number = _templates++ == 0 ? "" : $"-{_templates}";
        context.Nested(new MemorySource(Encoding.UTF8.GetBytes(entry.Value)), $"{context.Name}#chat_template{number}.jinja");
    }

    // "unet": ["diffusers", "UNet2DConditionModel"]
    private void Pipeline(ConfigEntry entry)
    {
        if (entry.Index == 0)
        {
            _library = entry.Value;
            if (!PipelineLibraries.Contains(_library) && Callables.Judge(_library).Risk != CallableRisk.Dangerous && !entry.Key.StartsWith('_'))
                context.Report(Rules.RemoteCode, $"makes diffusers import '{Printable.Of(_library, 100)}', which is no part of it; read that code first", entry.Offset, Severity.Low, _library);
        }
        else if (Callables.Judge(_library, entry.Value) is { Risk: CallableRisk.Dangerous } judgement && !PipelineLibraries.Contains(_library))
        {
            var name = _library + "." + entry.Value;
            context.Report(Rules.ConfiguredCall, $"names '{Printable.Of(name, 100)}', which {judgement.Effect} and which diffusers imports and calls; do not load it", entry.Offset, symbol: name);
        }
    }

    // Build and deployment files are made of commands: in more than one line, or where commands belong, only what hides or gives
    // away counts.
    private void Text(ConfigEntry entry)
    {
        if (entry.Value.Length < MinText || TextJudge.Find(entry.Value) is not { IsSure: true } sign)
            return;

        var isHidden = sign.What.StartsWith("hides", StringComparison.Ordinal);
        var givesAway = isHidden || sign.What.Contains("hands this computer", StringComparison.Ordinal) || sign.What.Contains("stolen", StringComparison.Ordinal) || sign.What.Contains("hidden", StringComparison.Ordinal);
        if (!givesAway && (entry.Value.Length > MaxCommand || entry.Value.AsSpan().TrimEnd().Contains('\n') || Commands.Contains(entry.Key)))
            return;

        context.Report(
            Rules.ConfiguredText, $"has, under '{Printable.Of(entry.Key, 60)}', a text that {sign.What} ('{Printable.Of(sign.Excerpt, 80)}'); do not use it", entry.Offset,
            isHidden || entry.IsIn("_args_") ? Severity.High : Severity.Medium, entry.Key);
    }

    private static bool IsUnder(string name, string package) => name == package || name.StartsWith(package + ".", StringComparison.Ordinal);
}
