using SupplyChainAnalyzers.Core.Findings;
using SupplyChainAnalyzers.Core.Formats;
using SupplyChainAnalyzers.Scanner.Formats;
using SupplyChainAnalyzers.Scanner.Input;

namespace SupplyChainAnalyzers.Scanner.Scanning;

/// <summary>Identifies a file or member, has it inspected by the scanner of its format, and by every check.</summary>
internal static class ContentScanner
{
    /// <summary>What it is; what is wrong with it was reported to <paramref name="context"/>.</summary>
    public static Identification Scan(ByteSource source, ScanContext context)
    {
        var identification = FormatIdentifier.Identify(source);
        Inspect(source, identification, context);
        foreach (var check in ContentChecks.All)
            Guard(() => check.Check(source, identification.Format, context), identification.Format, context);

        return identification;
    }

    // Even where the structure is damaged: a loader may be more tolerant than the probe, and the attacker knows it.
    private static void Inspect(ByteSource source, Identification identification, ScanContext context)
    {
        if (identification.Damage is { } damage)
            context.Unscannable($"starts as {identification.Format.Name} but is damaged: {damage.Message}; get the file anew", damage.Offset);

        if (FormatScanners.Find(identification.Format) is { } scanner)
            Guard(() => scanner.Scan(source, context), identification.Format, context);
        else
            context.Unscannable($"is recognized as {identification.Format.Name}, whose content is not inspected; use safetensors, ONNX or GGUF");
    }

    private static void Guard(Action inspect, ModelFormat format, ScanContext context)
    {
        try
        {
            inspect();
        }
        catch (DamagedFileException e)
        {
            context.Unscannable($"cannot be inspected to its end as {format.Name}: {e.Message}; get the file anew", e.Offset);
        }
        catch (LimitExceededException e)
        {
            context.Report(Rules.ResourceExhaustion, $"costs more to open than a model may: {e.Message}; do not use it", e.Offset);
        }
    }
}
