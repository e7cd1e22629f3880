using SupplyChainAnalyzers.Core.Findings;
using SupplyChainAnalyzers.Core.Scanning.Protocol;
using SupplyChainAnalyzers.Core.Text;
using SupplyChainAnalyzers.Scanner.Conversion;
using SupplyChainAnalyzers.Scanner.Formats;
using SupplyChainAnalyzers.Scanner.Input;
using SupplyChainAnalyzers.Scanner.Scanning;

namespace SupplyChainAnalyzers.Scanner.Jobs;

/// <summary>
/// Copies the tensors of a file to a safetensors file that the launcher has made. Nothing in the source is unpickled; every tensor is
/// read a second time and compared with what was written.
/// </summary>
internal static class ConvertJob
{
    private const int ShownLeft = 5;

    // What was never written counts as zeros, and an expanded tensor repeats itself: a few bytes can claim to be terabytes.
    private const long AlwaysAllowed = 16L << 20;
    private const long MaxRatio = 200;

    /// <summary>What there is to say, in the order it is to be said; the last event is the result.</summary>
    public static IEnumerable<ScanEvent> Run(ScanRequest request, Action<long> progress)
    {
        var events = new List<ScanEvent>();
        try
        {
            using var file = new HashedFile(ScanJob.Open(request.Paths[0]), progress);
            Convert(request, file, Path.GetFileName(request.Paths[0]), events);
        }
        catch (FileChangedException)
        {
            events.Add(ScanJob.Refusal(request.Nonce, 0, Rules.FileChanging, "changed while it was converted; wait until nothing writes to it, then run this again"));
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            events.Add(ScanJob.Refusal(request.Nonce, 0, Rules.FileUnreadable, "could not be converted: " + e.Message));
        }

        return events;
    }

    private static void Convert(ScanRequest request, HashedFile file, string name, List<ScanEvent> events)
    {
        var format = FormatIdentifier.Identify(file).Format;
        var (found, reason) = (default(TensorFile), default(string));
        (string Sha256, long Length) written = ("", 0);
        try
        {
            found = TensorFiles.Read(file, format, ScanContext.ForFile(name, new FindingSink(), Neighbours.None));
            reason = Refusal(found, request.TensorsOnly, file.Length);
            if (reason is null)
                written = Write(request, found, events);
        }
        catch (DamagedFileException e)
        {
            reason = $"is not converted: {e.Message}; get the file anew";
        }
        catch (LimitExceededException e)
        {
            reason = $"is not converted: {e.Message}";
        }
        catch (ConversionException e)
        {
            reason = $"is not converted: it {e.Message}";
        }

        foreach (var (what, kind) in found?.Left ?? [])
            events.Add(new ScanEvent.Left(request.Nonce, 0, Cut(what), kind));
        var sha256 = file.Finish();
        if (reason is null)
            events.Add(new ScanEvent.Converted(request.Nonce, 0, sha256, file.Length, format, written.Sha256, written.Length));
        else
        {
            events.RemoveAll(static said => said is ScanEvent.Tensor);
            events.Add(new ScanEvent.Unconverted(request.Nonce, 0, sha256, file.Length, format, reason.Length <= Wire.MaxMessage ? reason : reason[..Wire.MaxMessage]));
        }
    }

    private static string? Refusal(TensorFile found, bool tensorsOnly, long length)
    {
        if (found.Tensors.Count == 0)
            return "is not converted: there is no tensor in it";
        if (found.Tensors.Sum(static tensor => (decimal)tensor.Size) is var size && size > AlwaysAllowed + ((decimal)length * MaxRatio))
            return $"is not converted: its tensors would take {size} bytes, over {MaxRatio} times its own size";
        if (tensorsOnly || found.Left.Count == 0)
            return null;

        var shown = string.Join(", ", found.Left.Take(ShownLeft).Select(static left => $"'{Printable.Of(left.Name, 60)}' ({left.What})"));
        return $"is not converted: safetensors cannot hold all of it: {shown}{(found.Left.Count > ShownLeft ? $" and {found.Left.Count - ShownLeft} more" : "")}; add --tensors-only to leave that out";
    }

    private static (string Sha256, long Length) Write(ScanRequest request, TensorFile found, List<ScanEvent> events)
    {
        using var handle = File.OpenHandle(request.Output!, FileMode.Open, FileAccess.ReadWrite, FileShare.ReadWrite);
        var output = new SafeTensorsOutput(handle, found.Tensors);
        output.Write();
        for (var i = 0; i < output.Tensors.Count; i++)
        {
            var tensor = output.Tensors[i];
            events.Add(new ScanEvent.Tensor(request.Nonce, 0, tensor.Name, tensor.Type.Name, string.Join(',', tensor.Shape), output.Verify(i)));
        }

        return output.Whole();
    }

    private static string Cut(string name) => name.Length <= Wire.MaxMember ? name : name[..Wire.MaxMember];
}
