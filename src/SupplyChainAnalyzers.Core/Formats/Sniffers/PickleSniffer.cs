using SupplyChainAnalyzers.Core.Formats.Pickles;

namespace SupplyChainAnalyzers.Core.Formats.Sniffers;

/// <summary>
/// Python pickles, of protocol 0 (letters and lines) to 5. Spec: CPython Lib/pickletools.py. Only from protocol 2 on there is
/// a first byte to look for (<c>80</c>, then the protocol), and a loader doesn't ask for it. So the opcodes are walked with the stack they
/// need, which ordinary text and data don't survive, and the answer depends on how far that came.
/// </summary>
internal static class PickleSniffer
{
    // Text can be one or two opcodes by accident ("N." is None); these many in order, with something built from them, it isn't.
    private const int FewestOpcodes = 4;
    private const int FewestOpcodesUnfinished = 8;
    private const int FewestBuilt = 2;

    // torch.save before 1.6: a pickle of this number (protocol 2, LONG1 of 10 bytes), then the others.
    private static readonly byte[] TorchNumber = [0x80, 0x02, 0x8A, 0x0A, 0x6C, 0xFC, 0x9C, 0x46, 0xF9, 0x20, 0x6A, 0xA8, 0x50, 0x19, 0x2E];

    /// <summary>A stream that says it is a pickle, or one that calls something: goes before every other format.</summary>
    public static ModelFormat? Dangerous(Head head)
    {
        if (head.Has(0, TorchNumber))
            return ModelFormats.PyTorchLegacy;

        var walk = new PickleWalk(head);
        walk.Run();
        if (walk.Calls)
            return Kind(head);
        if (head[0] != 0x80)
            return null;

        var fits = walk.End switch
        {
            PickleEnd.Stop => true,
            PickleEnd.Head => walk.Opcodes >= 2,
            _ => walk.Opcodes >= FewestOpcodes,
        };
        return fits ? Kind(head) : null;
    }

    /// <summary>A stream without a mark that only builds data; asked late, since it harms nobody by itself.</summary>
    public static ModelFormat? Data(Head head)
    {
        var walk = new PickleWalk(head);
        walk.Run();
        var fits = walk.End switch
        {
            PickleEnd.Stop => walk.Position == head.FileSize || (walk.Opcodes >= FewestOpcodes && walk.Built >= 1),
            PickleEnd.Head => walk.Opcodes >= FewestOpcodesUnfinished && walk.Built >= FewestBuilt,
            _ => false,
        };
        return fits ? Kind(head) : null;
    }

    private static ModelFormat Kind(Head head) => head.IndexOf("joblib.numpy_pickle") >= 0 ? ModelFormats.Joblib : ModelFormats.Pickle;
}
