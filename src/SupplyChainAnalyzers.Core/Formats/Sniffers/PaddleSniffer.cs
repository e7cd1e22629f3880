namespace SupplyChainAnalyzers.Core.Formats.Sniffers;

/// <summary>
/// PaddlePaddle. Parameters (.pdiparams), the first tensor: version 0 (4) · nesting levels 0 (8) · version 0 (4) · length of its
/// description (4) · the description, protobuf: 1 data type, 2 dimensions. Program (.pdmodel), framework.proto's
/// ProgramDesc: 1 blocks { 1 index 0, 2 parent -1 (ten bytes), … }. Parameters saved by <c>paddle.save</c> are a pickle.
/// </summary>
internal static class PaddleSniffer
{
    private const int LongestDescription = 256;
    private const int HighestDataType = 40;

    public static ModelFormat? Sniff(Head head) => IsTensor(head) || IsProgram(head) ? ModelFormats.PaddlePaddle : null;

    private static bool IsTensor(Head head) =>
        head.U32(0) == 0 && head.I64(4) == 0 && head.U32(12) == 0 && head.U32(16) is >= 2 and <= LongestDescription
        && head[20] == 0x08 && head[21] <= HighestDataType && head[22] is 0x10 or 0x12;

    private static bool IsProgram(Head head)
    {
        var program = ProtoFields.Of(head);
        if (!program.Next() || program is not { Field: 1, Wire: 2 })
            return false;

        var block = program.Inner();
        return block.Next() && block is { Field: 1, Wire: 0, Value: 0 } && block.Next() && block is { Field: 2, Wire: 0, Value: -1 };
    }
}
