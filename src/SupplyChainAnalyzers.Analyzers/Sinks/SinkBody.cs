using System.Runtime.CompilerServices;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;
using SupplyChainAnalyzers.Analyzers.Apis;
using SupplyChainAnalyzers.Analyzers.Strings;

namespace SupplyChainAnalyzers.Analyzers.Sinks;

/// <summary>
/// The calls of one member, with its lambdas and local functions: what happens before and after a use. It is walked when a rule
/// first asks and kept as long as the compiler keeps the member bound, so many uses in one member cost one walk.
/// </summary>
internal sealed class SinkBody
{
    /// <summary>Operations looked at; a longer member is generated code.</summary>
    private const int MaxOperations = 20_000;

    // Names of helpers that look at bytes. It goes by name, because it only ever makes us silent.
    private static readonly string[] CheckingWords = ["Verif", "Hash", "Checksum", "Digest", "Sha256", "Sha512", "Sha1", "Md5", "Integrity"];

    private static readonly ConditionalWeakTable<IOperation, SinkBody> Known = new();

    private readonly List<IOperation> _calls = [];

    private SinkBody(IOperation root, KnownModelApis apis)
    {
        Apis = apis;
        var left = MaxOperations;
        foreach (var operation in root.DescendantsAndSelf())
        {
            if (--left == 0)
                break;

            if (operation is IInvocationOperation or IObjectCreationOperation)
            {
                _calls.Add(operation);
                ChecksBytes |= LooksAtBytes(operation);
            }
        }
    }

    /// <summary>Calls and creations in the order of the source.</summary>
    public IReadOnlyList<IOperation> Calls => _calls;

    /// <summary>Whether something in it computes or compares a digest, or has a name that says so.</summary>
    public bool ChecksBytes { get; }

    private KnownModelApis Apis { get; }

    /// <summary>The member around <paramref name="operation"/>.</summary>
    public static SinkBody Around(IOperation operation, KnownModelApis apis)
    {
        while (operation.Parent is { } parent)
            operation = parent;

        return Known.GetValue(operation, root => new SinkBody(root, apis));
    }

    /// <summary>The row of the table that <paramref name="call"/> uses; null for all others.</summary>
    public ApiMember? MemberOf(IOperation call) => call switch
    {
        IInvocationOperation invocation => Apis.FindMethod(invocation.TargetMethod, invocation.Instance?.Type),
        IObjectCreationOperation { Constructor: { } constructor } => Apis.FindConstructor(constructor),
        _ => null,
    };

    /// <summary>Whether a call computes a digest with the platform's own means.</summary>
    public static bool IsDigest(IOperation call)
    {
        if (call is not IInvocationOperation { TargetMethod: { ContainingType: { } type } method } || !type.ContainingNamespace.IsCryptography())
            return false;

        return method.Name.StartsWith("ComputeHash", StringComparison.Ordinal) || method.Name.StartsWith("HashData", StringComparison.Ordinal)
            || method.Name is "AppendData" or "TransformFinalBlock" or "TransformBlock";
    }

    // The generated accessors answer for their own file only.
    private static bool LooksAtBytes(IOperation call) =>
        call is IInvocationOperation { TargetMethod: { ContainingType.Name: not ("VerifiedModelFile" or "VerifiedModelFolder" or "VerifiedModelPath") } method } && method.Name != nameof(GetHashCode)
        && (method.ContainingType.Name == "VerifiedModel" || Array.Exists(CheckingWords, word => method.Name.IndexOf(word, StringComparison.OrdinalIgnoreCase) >= 0)
            || IsDigest(call));
}
