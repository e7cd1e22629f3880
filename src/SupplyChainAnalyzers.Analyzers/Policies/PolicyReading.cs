using System.Text;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;
using SupplyChainAnalyzers.Analyzers.Locks;
using SupplyChainAnalyzers.Core.Findings;
using SupplyChainAnalyzers.Core.Policy;

namespace SupplyChainAnalyzers.Analyzers.Policies;

/// <summary>
/// A policy as far as the compiler can see it: among its additional files, where the build puts the policy and the files it extends.
/// A base that is not among them is not known, which is no fault: the build reads it.
/// </summary>
internal sealed class PolicyReading
{
    private PolicyReading(ModelsPolicy? policy, IReadOnlyList<Finding> errors)
    {
        Policy = policy;
        Errors = errors;
    }

    /// <summary>The policy, without what unknown bases would add; null when it has a fault.</summary>
    public ModelsPolicy? Policy { get; }

    public IReadOnlyList<Finding> Errors { get; }

    /// <summary>The project's policy; null without one.</summary>
    public static PolicyReading? Find(AnalyzerOptions options)
    {
        foreach (var file in options.AdditionalFiles)
        {
            if (FileRole.Is(file, FileRole.Policy, options.AnalyzerConfigOptionsProvider))
                return Read(file, options);
        }

        return null;
    }

    public static PolicyReading? Read(AdditionalText file, AnalyzerOptions options)
    {
        if (BytesOf(file) is not { } own)
            return null;

        var isBaseUnknown = false;
        var result = PolicyReader.Read(file.Path, path =>
        {
            var bytes = path == file.Path ? own : options.AdditionalFiles.FirstOrDefault(other => other.Path == path) is { } other ? BytesOf(other) : null;
            isBaseUnknown |= bytes is null;
            return bytes;
        });
        if (!isBaseUnknown)
            return new PolicyReading(result.Value, result.Errors);

        var errors = result.Errors.Where(static error => error.Rule != Rules.PolicyUnreadable).ToList();
        return new PolicyReading(errors.Count == 0 ? PolicyReader.ReadAlone(own, file.Path).Value : null, errors);
    }

    private static byte[]? BytesOf(AdditionalText file) => file.GetText() is { } text ? Encoding.UTF8.GetBytes(text.ToString()) : null;
}
