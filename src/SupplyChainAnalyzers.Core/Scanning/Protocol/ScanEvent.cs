using SupplyChainAnalyzers.Core.Formats;
using SupplyChainAnalyzers.Core.Scanning.Behavior;
using SupplyChainAnalyzers.Core.Scanning.Sources;

namespace SupplyChainAnalyzers.Core.Scanning.Protocol;

/// <summary>One line of the scanner's answer.</summary>
internal abstract record ScanEvent(string Nonce)
{
    /// <summary>First: the scanner has understood the request and not yet touched a file. <paramref name="Isolation"/>: words of <see cref="Protocol.Isolation"/>.</summary>
    internal sealed record Hello(string Nonce, long Protocol, string Version, IReadOnlyList<string> Isolation) : ScanEvent(Nonce);

    /// <summary>So many bytes of the current file have been read.</summary>
    internal sealed record Progress(string Nonce, long Id, long Bytes) : ScanEvent(Nonce);

    /// <summary>One more thing that is in the current file; of <see cref="Jobs.Inspect"/> alone.</summary>
    internal sealed record Listed(string Nonce, long Id, ListingLine Line) : ScanEvent(Nonce);

    /// <summary>The file was read to its end; the digest is that of the bytes that were parsed.</summary>
    internal sealed record Result(string Nonce, long Id, string Sha256, long Size, ModelFormat Format, IReadOnlyList<ReportedFinding> Findings) : ScanEvent(Nonce);

    /// <summary>The file could not be read, or was another one when it was read again.</summary>
    internal sealed record Refused(string Nonce, long Id, ReportedFinding Reason) : ScanEvent(Nonce);

    /// <summary>A tensor that was written and compared. <paramref name="Shape"/>: numbers with commas between them, empty for a scalar.</summary>
    internal sealed record Tensor(string Nonce, long Id, string Name, string Type, string Shape, string Sha256) : ScanEvent(Nonce);

    /// <summary>Something that is no tensor and was not written.</summary>
    internal sealed record Left(string Nonce, long Id, string Name, string What) : ScanEvent(Nonce);

    /// <summary>The file was converted, and is what the digest says.</summary>
    internal sealed record Converted(string Nonce, long Id, string Sha256, long Size, ModelFormat Format, string OutputSha256, long OutputSize) : ScanEvent(Nonce);

    /// <summary>The file was read and not converted; what was written counts for nothing.</summary>
    internal sealed record Unconverted(string Nonce, long Id, string Sha256, long Size, ModelFormat Format, string Reason) : ScanEvent(Nonce);

    /// <summary>How the model behaves, before its <c>result</c>; of <see cref="Jobs.Behavior"/> alone. <paramref name="Report"/>: JSON of <see cref="BehaviorReportText"/>.</summary>
    internal sealed record Behavior(string Nonce, long Id, string Report) : ScanEvent(Nonce);

    /// <summary>A picture for people, before the <c>result</c>; of <see cref="Jobs.Behavior"/> alone.</summary>
    internal sealed record Picture(string Nonce, long Id, BehaviorPicture Image) : ScanEvent(Nonce);

    /// <summary>What is wrong in a script or a file of settings; of <see cref="Jobs.Sources"/> alone, in place of <c>result</c>.</summary>
    internal sealed record Source(string Nonce, long Id, SourceReport Report) : ScanEvent(Nonce);

    /// <summary>Last.</summary>
    internal sealed record Done(string Nonce, long Count) : ScanEvent(Nonce);
}
