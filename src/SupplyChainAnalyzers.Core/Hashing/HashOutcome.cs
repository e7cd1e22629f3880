using SupplyChainAnalyzers.Core.Formats;

namespace SupplyChainAnalyzers.Core.Hashing;

/// <summary>What was found of one file.</summary>
public sealed class HashOutcome
{
    /// <summary>As given in the job.</summary>
    public required string Path { get; init; }

    /// <summary>Whether there is a digest, and why not.</summary>
    public required HashStatus Status { get; init; }

    /// <summary>The system's words where there is no digest; empty otherwise. Not yet neutralised for showing.</summary>
    public string Reason { get; init; } = "";

    /// <summary>Bytes; those that were hashed, or what the system says where there is no digest.</summary>
    public long Size { get; init; }

    /// <summary>SHA-256 of the content, 64 lower-case hex digits; empty where there is no digest.</summary>
    public string Sha256 { get; init; } = "";

    /// <summary>By the first bytes of what was hashed; <see cref="ModelFormats.Unknown"/> where there is no digest.</summary>
    public ModelFormat Format { get; init; } = ModelFormats.Unknown;

    /// <summary>The first bytes, at most <see cref="FormatSniffer.HeadLength"/>; null when the cache answered, since then nothing was read.</summary>
    public byte[]? Head { get; init; }

    /// <summary>Whether digest and format were remembered instead of read.</summary>
    public bool FromCache { get; init; }
}
