using SupplyChainAnalyzers.Core.Findings;

namespace SupplyChainAnalyzers.Core.Manifest;

/// <summary>A value, or the reasons why there is none. Readers fail closed: one error, no value.</summary>
public sealed class ReadResult<T>
    where T : class
{
    internal ReadResult(T? value, IReadOnlyList<Finding> errors)
    {
        Value = errors.Count == 0 ? value : null;
        Errors = errors;
    }

    /// <summary>What was read; null when there is any error.</summary>
    public T? Value { get; }

    /// <summary>All errors, in order of their place.</summary>
    public IReadOnlyList<Finding> Errors { get; }
}
