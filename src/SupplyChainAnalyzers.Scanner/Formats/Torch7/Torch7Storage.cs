namespace SupplyChainAnalyzers.Scanner.Formats.Torch7;

/// <summary>Bytes of a storage's elements, by its class.</summary>
internal static class Torch7Storage
{
    /// <summary>0 for a class that is unknown.</summary>
    public static int Size(string name) => name switch
    {
        "torch.ByteStorage" or "torch.CharStorage" or "torch.CudaByteStorage" or "torch.CudaCharStorage" => 1,
        "torch.ShortStorage" or "torch.HalfStorage" or "torch.CudaHalfStorage" or "torch.CudaShortStorage" => 2,
        "torch.IntStorage" or "torch.FloatStorage" or "torch.CudaStorage" or "torch.CudaIntStorage" => 4,
        "torch.LongStorage" or "torch.DoubleStorage" or "torch.CudaDoubleStorage" or "torch.CudaLongStorage" => 8,
        _ => 0,
    };
}
