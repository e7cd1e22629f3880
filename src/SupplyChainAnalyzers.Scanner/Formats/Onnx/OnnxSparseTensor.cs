using SupplyChainAnalyzers.Scanner.Formats.Protobuf;

namespace SupplyChainAnalyzers.Scanner.Formats.Onnx;

/// <summary>SparseTensorProto: 1 values, 2 indices, 3 dims. Both tensors may have their data elsewhere.</summary>
internal static class OnnxSparseTensor
{
    /// <summary>Judges one sparse tensor.</summary>
    /// <param name="occurrences">All occurrences of it: they merge.</param>
    /// <param name="model">The model.</param>
    /// <param name="kind">What it is, safe to show.</param>
    /// <param name="offset">Where it stands.</param>
    public static void Check(IReadOnlyList<ProtoReader> occurrences, OnnxModel model, string kind, long offset)
    {
        var whole = new OnnxTensor(offset);
        OnnxTensor values = new(offset), indices = new(offset);
        foreach (var sparse in occurrences)
            Read(sparse, model, whole, values, indices);

        OnnxTensorJudge.JudgeDimensions(whole, model, OnnxPlace.Of($"sparse {kind}", values.Name));
        OnnxTensorJudge.Judge(values, model, OnnxPlace.Of($"sparse {kind}", values.Name));
        OnnxTensorJudge.Judge(indices, model, OnnxPlace.Of($"index of sparse {kind}", values.Name));
    }

    private static void Read(ProtoReader sparse, OnnxModel model, OnnxTensor whole, OnnxTensor values, OnnxTensor indices)
    {
        while (sparse.Next())
        {
            if (sparse.Is(1, ProtoWire.Counted))
                OnnxTensorReader.Read(sparse.Message(), values, model);
            else if (sparse.Is(2, ProtoWire.Counted))
                OnnxTensorReader.Read(sparse.Message(), indices, model);
            else if (sparse.Is(3, ProtoWire.Varint) || sparse.Is(3, ProtoWire.Counted))
                sparse.Varints(whole.AddDimension);
            else
                model.UnknownField(sparse, "a sparse tensor");
        }
    }
}
