using SupplyChainAnalyzers.Core.Findings;
using SupplyChainAnalyzers.Core.Text;
using SupplyChainAnalyzers.Scanner.Formats.Protobuf;

namespace SupplyChainAnalyzers.Scanner.Formats.TensorFlow;

/// <summary>
/// Keras names the traced function of a layer <c>__inference_NAME_layer_call…</c> or <c>NAME_layer_call…</c>. Where that is a Lambda, Keras
/// restores the layer from Python byte code in keras_metadata.pb beside the model (CVE-2024-3660); the graph itself only computes.
/// </summary>
internal static class TensorFlowLambda
{
    private const string MetadataFile = "keras_metadata.pb";
    private const string Prefix = "__inference_";

    public static void Check(string function, TensorFlowModel model, ProtoReader at)
    {
        var name = function.StartsWith(Prefix, StringComparison.Ordinal) ? function[Prefix.Length..] : function;
        if (!name.StartsWith("lambda", StringComparison.Ordinal) || !name.Contains("_layer_call", StringComparison.Ordinal))
            return;

        at.Next();
        model.ReportOnce(
            "lambda",
            Rules.KerasLambdaInGraph,
            $"was made from a Keras model with a Lambda layer ('{Printable.Of(function, 80)}'), whose Python code Keras loads from keras_metadata.pb beside it; load it with TensorFlow only, or ask for a model without Lambda",
            at.Offset,
            model.Context.Neighbours.Names.Contains(MetadataFile) ? Severity.High : Severity.Medium,
            symbol: function);
    }
}
