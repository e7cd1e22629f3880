using System.Runtime.CompilerServices;
using Microsoft.CodeAnalysis.Diagnostics;
using Microsoft.CodeAnalysis.Text;

namespace SupplyChainAnalyzers.Analyzers.Locks;

/// <summary>Finds models.lock among the additional files: the item that carries SupplyChainRole="lock".</summary>
internal static class LockProvider
{
    // An editor keeps a text as long as nobody changes it: so does what was read from it.
    private static readonly ConditionalWeakTable<SourceText, LockFacts> Read = new();

    /// <summary>What the lock says; <see cref="LockFacts.None"/> without one.</summary>
    public static LockFacts Find(AnalyzerOptions options)
    {
        foreach (var file in options.AdditionalFiles)
        {
            if (FileRole.Is(file, FileRole.Lock, options.AnalyzerConfigOptionsProvider))
                return file.GetText() is { } text ? Of(text, file.Path) : LockFacts.Broken;
        }

        return LockFacts.None;
    }

    private static LockFacts Of(SourceText text, string path) => Read.GetValue(text, text =>
        LockTexts.Of(text, path).Value is { } models ? LockFacts.Of(models) : LockFacts.Broken);
}
