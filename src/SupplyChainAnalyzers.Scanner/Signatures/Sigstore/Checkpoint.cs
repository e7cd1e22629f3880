using System.Globalization;
using System.Text;
using SupplyChainAnalyzers.Scanner.Signatures.Bundles;

namespace SupplyChainAnalyzers.Scanner.Signatures.Sigstore;

/// <summary>
/// The signed head of a log's tree (C2SP tlog-checkpoint, signed-note): lines of origin, size and root, an empty line, then
/// signatures. Those of witnesses may stand beside the log's own.
/// </summary>
internal sealed class Checkpoint
{
    private const string SignatureMark = "— ";
    private const int MaxSignatures = 64;
    private const int HintSize = 4;

    private readonly byte[] _signed;
    private readonly List<(string Name, byte[] Signature)> _signatures = [];

    private Checkpoint(string origin, long size, byte[] root, byte[] signed) => (Origin, TreeSize, RootHash, _signed) = (origin, size, root, signed);

    public string Origin { get; }

    public long TreeSize { get; }

    public byte[] RootHash { get; }

    /// <exception cref="SignatureException">It is no checkpoint.</exception>
    public static Checkpoint Read(string note)
    {
        var split = note.IndexOf("\n\n", StringComparison.Ordinal);
        if (split < 0)
            throw ProtoJson.Malformed("the checkpoint of its log entry has no signatures");

        var signed = note[..(split + 1)];
        var lines = signed.Split('\n');
        var root = new byte[32];
        if (lines.Length < 4
            || !long.TryParse(lines[1], NumberStyles.None, CultureInfo.InvariantCulture, out var size)
            || !Convert.TryFromBase64String(lines[2], root, out var count) || count != root.Length)
            throw ProtoJson.Malformed("the checkpoint of its log entry lacks size or root hash");

        var checkpoint = new Checkpoint(lines[0], size, root, Encoding.UTF8.GetBytes(signed));
        checkpoint.ReadSignatures(note[(split + 2)..]);
        return checkpoint;
    }

    /// <summary>Whether the log itself signed it: under its own name, with its own key.</summary>
    public bool IsSignedBy(TrustedLog log)
    {
        // Rekor v1 writes the tree's number behind its name.
        if (Origin != log.Origin && !Origin.StartsWith(log.Origin + " - ", StringComparison.Ordinal))
            return false;

        foreach (var (name, signature) in _signatures)
        {
            if (name == log.Origin && signature.AsSpan(0, HintSize).SequenceEqual(log.KeyId.AsSpan(0, HintSize)) && log.Key.Verify(_signed, signature[HintSize..]))
                return true;
        }

        return false;
    }

    private void ReadSignatures(string text)
    {
        foreach (var line in text.Split('\n', StringSplitOptions.RemoveEmptyEntries))
        {
            var space = line.LastIndexOf(' ');
            if (!line.StartsWith(SignatureMark, StringComparison.Ordinal) || space < SignatureMark.Length || _signatures.Count == MaxSignatures)
                throw ProtoJson.Malformed("the checkpoint of its log entry has a line that is no signature");

            var bytes = new byte[line.Length];
            if (!Convert.TryFromBase64String(line[(space + 1)..], bytes, out var count) || count <= HintSize)
                throw ProtoJson.Malformed("the checkpoint of its log entry has a signature that is not base64");

            _signatures.Add((line[SignatureMark.Length..space], bytes[..count]));
        }
    }
}
