using SupplyChainAnalyzers.Core.Findings;
using SupplyChainAnalyzers.Core.Hashing;
using SupplyChainAnalyzers.Core.Policy.Members;
using SupplyChainAnalyzers.Core.Text;

namespace SupplyChainAnalyzers.Core.Policy.Reading;

/// <summary>Follows <c>extends</c> from one policy to its last base, and joins what they say.</summary>
internal sealed class PolicyChain(Func<string, byte[]?> readFile)
{
    // Files that are open, from the first policy to the one that is being read: a file that comes up again is a cycle.
    private readonly List<string> _open = [];

    // Bases may share a base; null is one that has errors, which are reported once.
    private readonly Dictionary<string, ModelsPolicy?> _read = new(StringComparer.Ordinal);

    private int _bytes;

    public List<Finding> Errors { get; } = [];

    /// <summary>The policy at <paramref name="path"/> with all it inherits; null when there is any error.</summary>
    public ModelsPolicy? Read(string path) => Read(path, namedAt: null);

    private ModelsPolicy? Read(string path, PolicyPlace? namedAt)
    {
        if (_read.TryGetValue(path, out var known)) return known;
        if (Refuse(path) is { } refusal) return Fail(Rules.PolicyLimit, refusal, path, namedAt);

        byte[]? bytes = ReadBytes(path, out string reason);
        if (bytes is null) return _read[path] = Fail(Rules.PolicyUnreadable, $"'{Printable.Of(path)}' cannot be read: {reason}; correct the path, or restore the file", path, namedAt);

        if (bytes.Length > PolicyReader.MaxBytes - _bytes)
            return _read[path] = Fail(Rules.PolicyLimit, FormattableString.Invariant($"The policy and what it extends have more than {PolicyReader.MaxBytes} bytes; patterns replace long lists"), path, namedAt);

        _bytes += bytes.Length;
        var document = PolicyDocumentReader.Read(bytes, path, out var errors);
        Errors.AddRange(errors);
        if (document is null) return _read[path] = null;

        _open.Add(path);
        var bases = document.Bases.Select(named => Read(named.Value, named.Place)).ToList();
        _open.RemoveAt(_open.Count - 1);
        return _read[path] = bases.Contains(null) ? null : Join(document.Policy, bases!, new PolicyFile(path, Sha256Hex.Of(bytes)));
    }

    private string? Refuse(string path)
    {
        if (_open.Contains(path)) return $"extends leads back to '{Printable.Of(path)}'; a policy cannot extend itself";
        if (_open.Count == PolicyReader.MaxChain) return FormattableString.Invariant($"The chain of extends has more than {PolicyReader.MaxChain} policies; join some of them");
        return _read.Count + _open.Count >= PolicyReader.MaxFiles ? FormattableString.Invariant($"More than {PolicyReader.MaxFiles} policies are extended; join some of them") : null;
    }

    private ModelsPolicy? Join(ModelsPolicy own, IReadOnlyList<ModelsPolicy> bases, PolicyFile file)
    {
        var joined = PolicyMembers.Root.Aggregate(own, (policy, member) => member.Inherit(policy, bases));
        int before = Errors.Count;
        foreach (var floor in bases) Errors.AddRange(PolicyTightening.Check(own, joined, floor));
        Errors.AddRange(ExemptionReviewers.Check(joined));

        var files = bases.SelectMany(static floor => floor.Files).Prepend(file);
        return Errors.Count > before ? null : joined with { Files = [.. files.GroupBy(static item => item.Path).Select(static group => group.First())] };
    }

    // Reading is the caller's business, and whatever goes wrong there is one more way for a policy not to be readable.
    private byte[]? ReadBytes(string path, out string reason)
    {
        try
        {
            byte[]? bytes = readFile(path);
            reason = "it does not exist";
            return bytes;
        }
        catch (Exception exception) when (exception is not OperationCanceledException)
        {
            reason = Printable.Of(exception.Message);
            return null;
        }
    }

    private ModelsPolicy? Fail(Rule rule, string message, string path, PolicyPlace? namedAt)
    {
        Errors.Add(new Finding(rule, message) { File = namedAt?.File ?? path, Region = namedAt?.Region ?? TextRegion.None });
        return null;
    }
}
