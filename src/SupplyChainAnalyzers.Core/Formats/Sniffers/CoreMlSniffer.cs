namespace SupplyChainAnalyzers.Core.Formats.Sniffers;

/// <summary>
/// Core ML. Spec: coremltools mlmodel/format/Model.proto. 1 specification version (varint) · 2 ModelDescription { 1 inputs, 10 outputs,
/// each FeatureDescription { 1 name, 2 description, 3 type } … } · 10 is updatable · from 200 on the kind of model. ONNX begins alike,
/// but there field 2 is a text.
/// </summary>
internal static class CoreMlSniffer
{
    private const int HighestSpecification = 100; // 9 today
    private const int FirstKind = 200;

    public static ModelFormat? Sniff(Head head)
    {
        var model = ProtoFields.Of(head);
        if (!model.Next() || model is not { Field: 1, Wire: 0, Value: >= 1 and <= HighestSpecification }
            || !model.Next() || model is not { Field: 2, Wire: 2 } || !IsDescription(head, model.Inner()))
            return null;

        // What follows decides, if the head still shows it.
        if (model.Next())
            return model is { Field: 10, Wire: 0 } || (model.Field >= FirstKind && model.Wire == 2) ? ModelFormats.CoreMl : null;
        return model.CutOff ? ModelFormats.CoreMl : null;
    }

    private static bool IsDescription(Head head, ProtoFields description)
    {
        if (!description.Next() || description is not { Field: 1 or 10, Wire: 2 })
            return false;

        var feature = description.Inner();
        if (!feature.Next() || feature is not { Field: 1, Wire: 2 } || !head.IsText(feature.Start, feature.Length))
            return false;

        return feature.Next() && feature is { Field: 2 or 3, Wire: 2 };
    }
}
