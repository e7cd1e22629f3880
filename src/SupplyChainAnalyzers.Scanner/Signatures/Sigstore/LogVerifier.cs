using SupplyChainAnalyzers.Scanner.Signatures.Bundles;

namespace SupplyChainAnalyzers.Scanner.Signatures.Sigstore;

/// <summary>Proves that an entry stands in a log we trust, from what the bundle brings: no log is asked.</summary>
internal sealed class LogVerifier(TrustedRoot root)
{
    /// <summary>Verifies the proof and the promise, whichever are there; both when both are.</summary>
    /// <returns>The time at which the log says it took the entry; null when it does not say.</returns>
    /// <exception cref="SignatureException">No trusted log confirms it.</exception>
    public DateTimeOffset? Verify(LogEntry entry, BundleVersion version)
    {
        var logs = root.Logs.Where(log => log.KeyId.AsSpan().SequenceEqual(entry.LogId)).ToArray();
        if (logs.Length == 0)
            throw NotLogged("its log entry is of a log that the trusted root does not name");
        if (entry.Proof is null && (version != BundleVersion.V01 || entry.InclusionPromise is null))
            throw NotLogged("its log entry has no inclusion proof");

        if (entry.Proof is { } proof && !logs.Any(log => IsIncluded(entry, proof, log)))
            throw NotLogged("its inclusion proof does not lead to a checkpoint that the log has signed");
        if (entry.InclusionPromise is null)
            return null;
        if (entry.IntegratedTime is not > 0)
            throw NotLogged("its inclusion promise names no time");

        var time = Time(entry.IntegratedTime.Value);
        return logs.Any(log => log.Valid.Contains(time) && SignedEntryTimestamp.IsValid(entry, log))
            ? time
            : throw NotLogged("its inclusion promise is not signed by the log, or at a time at which the log's key was not in use");
    }

    private static bool IsIncluded(LogEntry entry, InclusionProof proof, TrustedLog log)
    {
        var checkpoint = Checkpoint.Read(proof.Checkpoint);
        return checkpoint.TreeSize == proof.TreeSize
            && checkpoint.RootHash.AsSpan().SequenceEqual(proof.RootHash)
            && MerkleTree.Root(MerkleTree.LeafHash(entry.Body), proof.Index, proof.TreeSize, proof.Hashes) is { } found
            && found.AsSpan().SequenceEqual(checkpoint.RootHash)
            && checkpoint.IsSignedBy(log);
    }

    private static DateTimeOffset Time(long seconds)
    {
        try
        {
            return DateTimeOffset.FromUnixTimeSeconds(seconds);
        }
        catch (ArgumentOutOfRangeException)
        {
            throw NotLogged("its log entry names a time that is none");
        }
    }

    private static SignatureException NotLogged(string message) => new(SignatureFault.NotLogged, message);
}
