using SupplyChainAnalyzers.Scanner.Formats.Protobuf;

namespace SupplyChainAnalyzers.Scanner.Formats.TensorFlow;

/// <summary>
/// SavedObjectGraph (saved_object_graph.proto): 1 nodes, 2 concrete_functions. SavedObject: 4 user_object { 1 identifier, 2 version,
/// 3 metadata }, 5 asset, 6 function, 7 variable, 9 constant, 13 registered_name … Until TensorFlow 2.5 Keras kept the
/// configuration of its layers in that metadata, as JSON.
/// </summary>
internal static class TensorFlowObjects
{
    public static void Read(ProtoReader objects, TensorFlowModel model)
    {
        while (objects.Next())
        {
            if (!objects.Is(1, ProtoWire.Counted))
                continue;

            var saved = objects.Message();
            while (saved.Next())
            {
                if (saved.Is(4, ProtoWire.Counted))
                    ReadUserObject(saved.Message(), model);
                else if (saved.Is(13, ProtoWire.Counted) || saved.Is(14, ProtoWire.Counted))
                    model.Texts.Check(saved, "a saved object");
            }
        }
    }

    private static void ReadUserObject(ProtoReader user, TensorFlowModel model)
    {
        while (user.Next())
        {
            if (user.Is(3, ProtoWire.Counted))
                KerasMetadata.Judge(user, model.Context, model.Texts);
        }
    }
}
