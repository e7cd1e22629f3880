using SupplyChainAnalyzers.Core.Manifest;
using SupplyChainAnalyzers.Core.Policy.Reading;

namespace SupplyChainAnalyzers.Core.Policy;

/// <summary>
/// Reads a models.policy.json with everything it extends. Fails closed: any fault of any file in the chain (SCA51xx, each
/// with file, line and column) and there is no policy. Never throws.
/// </summary>
public static class PolicyReader
{
    /// <summary>Policies from one end of a chain to the other, the first included.</summary>
    public const int MaxChain = 8;

    /// <summary>Files in all.</summary>
    public const int MaxFiles = 16;

    /// <summary>
    /// Bytes of all files of a chain together, some 1,000 exemptions. Lists of a policy and its bases are compared entry by entry,
    /// so this bounds what a hostile policy costs: about a second.
    /// </summary>
    public const int MaxBytes = 256 << 10;

    /// <summary>Reads a policy.</summary>
    /// <param name="path">Absolute path of the policy.</param>
    /// <param name="readFile">
    /// Gives the bytes of an absolute path, null when there is no such file. What it throws is reported as SCA5101.
    /// </param>
    public static ReadResult<ModelsPolicy> Read(string path, Func<string, byte[]?> readFile)
    {
        var chain = new PolicyChain(readFile);
        var policy = chain.Read(path);
        return new ReadResult<ModelsPolicy>(policy, chain.Errors);
    }

    /// <summary>
    /// Reads one file without those it extends, for an editor that cannot see them. What it says by itself is not what holds: use
    /// <see cref="Read"/> where anything depends on it.
    /// </summary>
    /// <param name="utf8">The file's bytes.</param>
    /// <param name="path">Absolute path, which the findings name.</param>
    public static ReadResult<ModelsPolicy> ReadAlone(byte[] utf8, string path)
    {
        var document = PolicyDocumentReader.Read(utf8, path, out var errors);
        return new ReadResult<ModelsPolicy>(document?.Policy, errors);
    }
}
