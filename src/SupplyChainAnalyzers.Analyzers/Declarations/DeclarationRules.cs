using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using SupplyChainAnalyzers.Core.Findings;

namespace SupplyChainAnalyzers.Analyzers.Declarations;

/// <summary>Which rules can be judged from the text of models.lock and models.policy.json: the same ids as in the build, for the same faults.</summary>
internal static class DeclarationRules
{
    private static readonly ImmutableDictionary<Rule, DiagnosticDescriptor> Known = new[]
    {
        Rules.LockEntryUnused,
        Rules.LockSyntax, Rules.LockVersion, Rules.LockDuplicate, Rules.LockUnknownMember, Rules.LockValue, Rules.LockDigest, Rules.LockPath,
        Rules.LockPathCollision, Rules.LockLimit, Rules.LockConflict, Rules.LockRevision, Rules.LockTreeHash,
        Rules.PolicySyntax, Rules.PolicyVersion, Rules.PolicyDuplicate, Rules.PolicyUnknownMember, Rules.PolicyValue, Rules.PolicyLimit,
        Rules.PolicyConflict, Rules.PolicyLoosens, Rules.ExemptionExpired, Rules.ExemptionInvalid, Rules.PolicyNotEnforced, Rules.WeakerModeIgnored,
    }.ToImmutableDictionary(static rule => rule, static rule => Descriptors.From(rule, "{0}"));

    public static readonly ImmutableArray<DiagnosticDescriptor> All =
        Known.Values.OrderBy(static descriptor => descriptor.Id, StringComparer.Ordinal).ToImmutableArray();

    /// <summary>Null for what only the build can see.</summary>
    public static DiagnosticDescriptor? Find(Rule rule) => Known.TryGetValue(rule, out var descriptor) ? descriptor : null;
}
