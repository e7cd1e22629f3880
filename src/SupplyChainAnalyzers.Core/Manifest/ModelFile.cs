using SupplyChainAnalyzers.Core.Text;

namespace SupplyChainAnalyzers.Core.Manifest;

/// <summary>One file of a model, as declared.</summary>
public sealed class ModelFile
{
    /// <summary>Path relative to the model's folder, '/' separated.</summary>
    public required string Path { get; init; }

    /// <summary>SHA-256 of the content, 64 lower-case hex digits; null for <see cref="Presence.Built"/> and <see cref="Presence.External"/> when not known.</summary>
    public string? Sha256 { get; init; }

    /// <summary>Bytes; null where <see cref="Sha256"/> is.</summary>
    public long? Size { get; init; }

    /// <summary>Id of a <see cref="Formats.ModelFormat"/>.</summary>
    public required string Format { get; init; }

    /// <summary>Where the key stands.</summary>
    public TextRegion Region { get; init; }

    /// <summary>Where the value of <c>sha256</c> stands.</summary>
    public TextRegion Sha256Region { get; init; }

    /// <summary>Where the value of <c>size</c> stands.</summary>
    public TextRegion SizeRegion { get; init; }

    /// <summary>Where the value of <c>format</c> stands.</summary>
    public TextRegion FormatRegion { get; init; }
}
