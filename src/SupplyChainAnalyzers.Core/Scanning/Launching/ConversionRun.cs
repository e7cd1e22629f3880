using System.Security.Cryptography;
using SupplyChainAnalyzers.Core.Hashing;
using SupplyChainAnalyzers.Core.Scanning.Protocol;
using SupplyChainAnalyzers.Core.Text;

namespace SupplyChainAnalyzers.Core.Scanning.Launching;

/// <summary>
/// One conversion: a new file for this user alone beside the destination, which the scanner fills; its digest is compared with the scanner's
/// word, and then it gets its name. What fails leaves nothing.
/// </summary>
internal sealed class ConversionRun(ConversionRequest request, ScannerOptions options, CancellationToken cancellationToken)
{
    public Conversion Result()
    {
        if (!request.Overwrite && (File.Exists(request.Output) || Directory.Exists(request.Output)))
            return new Conversion { Failure = $"is not converted: '{Printable.Path(request.Output)}' is there already" };

        string? temporary = null;
        try
        {
            temporary = AtomicFile.CreatePrivate(request.Output);
            return Finish(Ask(temporary), temporary);
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException or ArgumentException or NotSupportedException)
        {
            return new Conversion { Failure = "is not converted: the new file could not be written: " + Printable.Of(e.Message) };
        }
        finally
        {
            if (temporary is not null)
                AtomicFile.TryDelete(temporary);
        }
    }

    private ScanResult Ask(string temporary)
    {
        var file = new ScanFile(request.Input);
        var outcome = new ScannerProcess(options, new ScannerWork(Jobs.Convert, temporary, request.TensorsOnly), [file], new Deadline(options, [file])).Run(cancellationToken);
        if (outcome.Results.Count == 1 && outcome.Fault == ScannerFault.None)
            return outcome.Results[0];

        var words = outcome.LastWords?.Shown() ?? "";
        return outcome.Fault switch
        {
            ScannerFault.Unavailable => ScanResults.Unavailable(file, outcome.Message),
            ScannerFault.NotStarted => ScanResults.NotStarted(file, outcome.Message, words),
            _ => ScanResults.Failed(file, outcome.Message, words),
        };
    }

    private Conversion Finish(ScanResult result, string temporary)
    {
        if (result.Conversion is not { } conversion)
            return new Conversion { Findings = result.Findings };
        if (!conversion.Succeeded)
            return conversion;
        if (Digest(temporary) != conversion.OutputSha256)
            return new Conversion { Format = conversion.Format, Sha256 = conversion.Sha256, Failure = "is not converted: the new file is not what was written to it; try again" };

        FileRename.Over(temporary, request.Output);
        return conversion;
    }

    private static string Digest(string path)
    {
        using var stream = new FileStream(path, FileMode.Open, FileAccess.Read, FileShare.Read);
        using var hash = SHA256.Create();
        return Hex.Of(hash.ComputeHash(stream));
    }
}
