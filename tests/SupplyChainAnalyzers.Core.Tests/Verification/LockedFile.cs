namespace SupplyChainAnalyzers.Core.Tests.Verification;

/// <summary>A file as the test wants it in the lock.</summary>
internal sealed record LockedFile(string? Sha256, long Size, string Format)
{
    public string Text() => Sha256 is null
        ? $"\"format\": \"{Format}\""
        : FormattableString.Invariant($"\"sha256\": \"{Sha256}\", \"size\": {Size}, \"format\": \"{Format}\"");
}
