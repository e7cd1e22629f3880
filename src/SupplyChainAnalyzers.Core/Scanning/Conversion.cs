using SupplyChainAnalyzers.Core.Findings;
using SupplyChainAnalyzers.Core.Formats;

namespace SupplyChainAnalyzers.Core.Scanning;

/// <summary>What came of a conversion.</summary>
public sealed record Conversion
{
    /// <summary>Whether the new file is there.</summary>
    public bool Succeeded => Failure is null && Findings.Count == 0;

    /// <summary>Why not, to go on after the file's name; safe to show. Null when it succeeded, or <see cref="Findings"/> say it.</summary>
    public string? Failure { get; init; }

    /// <summary>Of the source, by structure; null when it was not read.</summary>
    public ModelFormat? Format { get; init; }

    /// <summary>Of the bytes that were read; null when none were.</summary>
    public string? Sha256 { get; init; }

    /// <summary>Of the new file; null unless <see cref="Succeeded"/>.</summary>
    public string? OutputSha256 { get; init; }

    /// <summary>Bytes of the new file.</summary>
    public long OutputSize { get; init; }

    /// <summary>In the order of the new file.</summary>
    public IReadOnlyList<ConvertedTensor> Tensors { get; init; } = [];

    /// <summary>What is not in the new file.</summary>
    public IReadOnlyList<LeftOut> Left { get; init; } = [];

    /// <summary>SCA0002, SCA0003 or why the file could not be read.</summary>
    public IReadOnlyList<Finding> Findings { get; init; } = [];
}
