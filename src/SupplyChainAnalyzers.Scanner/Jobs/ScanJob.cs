using Microsoft.Win32.SafeHandles;
using SupplyChainAnalyzers.Core.Findings;
using SupplyChainAnalyzers.Core.Scanning.Protocol;
using SupplyChainAnalyzers.Scanner.Input;
using SupplyChainAnalyzers.Scanner.Inspecting;
using SupplyChainAnalyzers.Scanner.Scanning;

namespace SupplyChainAnalyzers.Scanner.Jobs;

/// <summary>What a file is, what is wrong with its content, and the digest of the bytes that say so.</summary>
internal sealed class ScanJob(string nonce, Action<long, long> progress, Action<long, ListingLine>? list = null)
{
    private readonly FolderNames _folder = new();

    /// <summary>A result, or the reason why there is none. A fault of a parser of ours ends the process: it is no answer.</summary>
    public ScanEvent Run(long id, string path)
    {
        try
        {
            using var file = new HashedFile(Open(path), bytes => progress(id, bytes));
            var sink = new FindingSink();
            var context = ScanContext.ForFile(Path.GetFileName(path), sink, _folder.Beside(path));
            var identification = ContentScanner.Scan(file, context);
            if (list is not null)
                new Listing(line => list(id, line)).List(file, identification.Format);
            return new ScanEvent.Result(nonce, id, file.Finish(), file.Length, identification.Format, sink.Findings);
        }
        catch (FileChangedException)
        {
            return Refusal(nonce, id, Rules.FileChanging, "changed while it was scanned; wait until nothing writes to it, then run this again");
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            return Refusal(nonce, id, Rules.FileUnreadable, "could not be read by the scanner: " + e.Message);
        }
    }

    /// <summary>Why there is no answer.</summary>
    public static ScanEvent.Refused Refusal(string nonce, long id, Rule rule, string message) => new(nonce, id, new ReportedFinding(rule, rule.Severity, Shortened(message)));

    /// <summary>Anywhere else a refused argument is a fault of ours; here it is the path.</summary>
    public static SafeFileHandle Open(string path)
    {
        try
        {
            return InputFile.Open(path);
        }
        catch (Exception e) when (e is ArgumentException or NotSupportedException)
        {
            throw new IOException(e.Message, e);
        }
    }

    // A path of any length may stand in an exception's message.
    private static string Shortened(string message) => message.Length <= Wire.MaxMessage ? message : message[..Wire.MaxMessage];
}
