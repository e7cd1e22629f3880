using SupplyChainAnalyzers.Core.Findings;

namespace SupplyChainAnalyzers.Core.Documents;

/// <summary>The rules under which one kind of file (a lock, a policy) reports what any JSON document can get wrong.</summary>
internal sealed record DocumentRules
{
    /// <summary>Not there, no permission, not UTF-8.</summary>
    public required Rule Unreadable { get; init; }

    /// <summary>Not RFC 8259.</summary>
    public required Rule Syntax { get; init; }

    /// <summary>A version this build does not read.</summary>
    public required Rule Version { get; init; }

    /// <summary>Two members of one name.</summary>
    public required Rule Duplicate { get; init; }

    /// <summary>A member that is not known.</summary>
    public required Rule UnknownMember { get; init; }

    /// <summary>A wrong type, a missing member, an unknown word.</summary>
    public required Rule Value { get; init; }

    /// <summary>Depth, size or count.</summary>
    public required Rule Limit { get; init; }

    /// <summary>A half-done merge.</summary>
    public required Rule Conflict { get; init; }

    /// <summary>What to do about a file that cannot be read as JSON, to follow "; ": <c>restore it from git …</c>.</summary>
    public required string Restore { get; init; }

    /// <summary>What to do about conflict markers, to follow "; ".</summary>
    public required string Resolve { get; init; }

    /// <summary>What to do about a file that is too large, to follow "; ".</summary>
    public required string Shrink { get; init; }
}
