using SupplyChainAnalyzers.Core.Text;
using SupplyChainAnalyzers.Scanner.Behavior.Inputs;

namespace SupplyChainAnalyzers.Scanner.Jobs;

/// <summary>Reads a file all at once: what is hashed is then what is parsed and what ONNX Runtime gets.</summary>
internal static class WholeFile
{
    /// <param name="path">Absolute.</param>
    /// <param name="most">Bytes.</param>
    /// <param name="advice">What to do with a larger one.</param>
    /// <exception cref="BehaviorInputException">It is larger.</exception>
    /// <exception cref="IOException">It cannot be read.</exception>
    public static byte[] Read(string path, long most, string advice)
    {
        using var file = ScanJob.Open(path);
        var length = RandomAccess.GetLength(file);
        if (length > most)
            throw new BehaviorInputException($"'{Printable.Path(Path.GetFileName(path))}' is larger than {most} bytes; {advice}");

        var bytes = new byte[length];
        var read = 0;
        while (read < bytes.Length && RandomAccess.Read(file, bytes.AsSpan(read), read) is > 0 and var count)
            read += count;
        return read == bytes.Length ? bytes : throw new IOException("it became shorter while it was read");
    }
}
