using System.Security.Cryptography;
using SupplyChainAnalyzers.Core.Json;
using SupplyChainAnalyzers.Core.Manifest;
using SupplyChainAnalyzers.Core.Policy;
using SupplyChainAnalyzers.Core.Scanning.Protocol;
using SupplyChainAnalyzers.Core.Scanning.Sources;
using SupplyChainAnalyzers.Core.Sources;
using SupplyChainAnalyzers.Scanner.Input;

namespace SupplyChainAnalyzers.Scanner.Jobs;

/// <summary>Reads scripts, container files and settings, which may lie in a folder that nobody trusts. Nothing in them is run or looked up.</summary>
internal sealed class SourceJob(string nonce, SourceQuestion question)
{
    private readonly SourceContext _context = Context(question);

    public ScanEvent Run(long id, string path) => new ScanEvent.Source(nonce, id, Report(path));

    private SourceReport Report(string path)
    {
        if (SourceReaders.Find(Path.GetFileName(path)) is not { } reader || Content(path, SourceReader.MaxBytes) is not { } bytes)
            return new SourceReport([], null, UsesModelPackages: false, IsIncomplete: true);

        var reading = reader.Read(bytes, _context);
        var all = reading.FindingsIn(path);
        var (findings, characters) = (new List<SourceReportFinding>(), 0);
        foreach (var finding in all.Take(Wire.MaxFindings))
        {
            if ((characters += finding.Message.Length) > Wire.MaxSourceText)
                break;

            findings.Add(new SourceReportFinding(finding.Rule, Short(finding.Message), finding.Region));
        }

        return new SourceReport(findings, findings.Count > 0 ? Convert.ToHexStringLower(SHA256.HashData(bytes)) : null, reading.UsesModelPackages, reading.IsIncomplete || findings.Count < all.Count);
    }

    // Null for what is too long, or cannot be read.
    private static byte[]? Content(string path, int limit)
    {
        try
        {
            using var file = new HashedFile(ScanJob.Open(path));
            return file.Length <= limit ? file.ReadBytes(0, (int)file.Length, "the file") : null;
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            return null;
        }
    }

    private static SourceContext Context(SourceQuestion question)
    {
        var models = question.LockPath is { } path && Content(path, JsonLimits.Default.MaxLength) is { } bytes ? ModelsLockReader.Read(bytes, path).Value : null;
        return new SourceContext(
            models is null ? HubPins.None : new HubPins(models),
            new OllamaPins(models),
            [.. (models?.Hosted.Values ?? []).Select(static hosted => hosted.Model)],
            question.Endpoints is null ? null : [.. question.Endpoints.Select(static text => new PolicyPattern(text, PolicyPlace.BuiltIn))],
            question.Folders.Contains,
            question.UsesModelPackages);
    }

    private static string Short(string text) => text.Length <= Wire.MaxMessage ? text : text[..Wire.MaxMessage];
}
