using System.Text.Json;
using SupplyChainAnalyzers.Core.Findings;
using SupplyChainAnalyzers.Core.Text;
using SupplyChainAnalyzers.Scanner.Judging;
using SupplyChainAnalyzers.Scanner.Scanning;

namespace SupplyChainAnalyzers.Scanner.Formats.Keras;

/// <summary>Judges one serialized object by the class or function it names and, where the class reaches out of the model, by its arguments.</summary>
internal sealed class KerasObjectJudge(ScanContext context)
{
    private static readonly string[] Vocabularies = ["vocabulary", "vocab", "vocabulary_file", "vocabulary_path", "merges", "proto", "filepath", "file_path"];

    private readonly KerasReferenceJudge _references = new(context);

    public void Judge(KerasObject found)
    {
        var name = LastName(found.ClassName);
        switch (name)
        {
            case "Lambda" or "LambdaLayer":
                Lambda(found);
                break;
            case "TFOpLambda" or "SlicingOpLambda" or "TFOp":
                TensorFlowFunction(found);
                break;
            case "InstanceProperty" or "InstanceMethod" or "ClassMethod":
                Member(found);
                break;
            case "TorchModuleWrapper":
                // CVE-2025-49655: Keras 3.11.0 to 3.11.2 call torch.load without weights_only on what stands there.
                context.Report(Rules.KerasReference, $"holds a PyTorch module in layer '{Printable.Of(found.Label, 60)}', which Keras unpickles when it is loaded (CVE-2025-49655); do not open it", symbol: "TorchModuleWrapper");
                break;
            case "TFSMLayer":
                // CVE-2026-1462: it loads a TensorFlow graph of the author's choice, safe mode or not.
                Path(found, "filepath", "takes a TensorFlow graph from", Severity.Medium);
                break;
            case "KerasLayer":
                Path(found, "handle", "takes a TensorFlow graph from", Severity.Medium);
                break;
        }

        // CVE-2025-12058: a vocabulary given as a path is read, one given as an address is fetched.
        foreach (var argument in Vocabularies)
        {
            if (name != "TFSMLayer")
                Path(found, argument, "takes its vocabulary from", Severity.Low);
        }

        _references.Judge(found);
    }

    // Package>Name of Keras 2, dotted names of anybody.
    private static string LastName(string className) => className[(className.LastIndexOfAny(['>', '.']) + 1)..];

    private void Lambda(KerasObject found)
    {
        var label = Printable.Of(found.Label, 60);
        if (found.Argument("function") is { ValueKind: JsonValueKind.String } function && found.Argument("function_type") is { ValueKind: JsonValueKind.String } kind && KerasJson.Text(kind) == "function")
        {
            var name = KerasJson.Text(function);
            context.Report(Rules.KerasCode, $"has a Lambda layer '{label}' that calls the function '{Printable.Of(name, 80)}' of whoever loads it; look at that function first", severity: Severity.Medium, symbol: name);
        }
        else if (found.Argument("function") is { ValueKind: JsonValueKind.Object } named && KerasObject.Read(named) is { IsFunction: true } reference)
        {
            context.Report(Rules.KerasCode, $"has a Lambda layer '{label}' that calls '{Printable.Of(reference.Module + "." + reference.Name, 80)}'; look at that function first", severity: Severity.Medium, symbol: reference.Module + "." + reference.Name);
        }
        else
        {
            context.Report(Rules.KerasCode, $"has a Lambda layer '{label}', whose Python code stands in the file and runs when the model is used; do not open it, or have its author replace the layer by a class", symbol: "Lambda");
        }
    }

    private void TensorFlowFunction(KerasObject found)
    {
        if (found.Argument("function") is not { ValueKind: JsonValueKind.String } function)
            return;

        var name = KerasJson.Text(function);
        var shown = Printable.Of(name, 100);
        switch (TensorFlowNames.Judge(name))
        {
            case CallableRisk.Dangerous:
                context.Report(Rules.KerasReference, $"calls TensorFlow's '{shown}', which reaches files, Python code or native libraries, in layer '{Printable.Of(found.Label, 60)}'; do not open it", symbol: "tf." + name);
                break;
            case CallableRisk.Unknown:
                context.Report(Rules.KerasReference, $"calls TensorFlow's '{shown}', of which nothing is known here, in layer '{Printable.Of(found.Label, 60)}'; look it up before you open it", severity: Severity.Low, symbol: "tf." + name);
                break;
        }
    }

    private void Member(KerasObject found)
    {
        foreach (var argument in new[] { "method_name", "attr_name", "cls_ref", "cls_symbol" })
        {
            if (found.Argument(argument) is { ValueKind: JsonValueKind.String } value && KerasJson.Text(value) is var name && (name.Contains("__", StringComparison.Ordinal) || TensorFlowNames.Judge(name) == CallableRisk.Dangerous))
                context.Report(Rules.KerasReference, $"reaches '{Printable.Of(name, 100)}' in layer '{Printable.Of(found.Label, 60)}', which no model computes with; do not open it", symbol: name);
        }
    }

    private void Path(KerasObject found, string argument, string does, Severity near)
    {
        if (found.Argument(argument) is not { ValueKind: JsonValueKind.String } value || KerasJson.Text(value) is not { Length: > 0 and < 4096 } path || path.Contains('\n', StringComparison.Ordinal))
            return;

        var shown = Printable.Path(path, 120);
        var layer = Printable.Of(found.Label, 60);
        if (KnownHubs.Any(hub => path.StartsWith(hub, StringComparison.Ordinal)))
            context.Report(Rules.KerasOutsideFile, $"{does} '{shown}' in layer '{layer}' when it is loaded; get that model and check it as well", severity: Severity.Low, symbol: path);
        else if (OutsidePath.IsAddress(path))
            context.Report(Rules.KerasOutsideFile, $"{does} the address '{shown}' in layer '{layer}' when it is loaded; do not open it", severity: Severity.High, symbol: path);
        else if (OutsidePath.Escapes(path))
            context.Report(Rules.KerasOutsideFile, $"{does} '{shown}', outside of its folder, in layer '{layer}': it would read a file of yours; do not open it", severity: Severity.High, symbol: path);
        else
            context.Report(Rules.KerasOutsideFile, $"{does} '{shown}' in layer '{layer}'; check that file as well", severity: near, symbol: path);
    }

    // Where hub.KerasLayer has always taken its graphs from; what is there is still not in the file.
    private static readonly string[] KnownHubs = ["https://tfhub.dev/", "https://www.kaggle.com/models/", "https://kaggle.com/models/"];
}
