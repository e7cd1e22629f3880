using System.Runtime.CompilerServices;
using Microsoft.CodeAnalysis.Text;
using SupplyChainAnalyzers.Core.Manifest;

namespace SupplyChainAnalyzers.Analyzers.Locks;

/// <summary>Reads a lock once as long as nobody changes its text: an editor keeps a text that long.</summary>
internal static class LockTexts
{
    private static readonly ConditionalWeakTable<SourceText, ReadResult<ModelsLock>> Read = new();

    public static ReadResult<ModelsLock> Of(SourceText text, string path) => Read.GetValue(text, text => ModelsLockReader.Read(text.ToString(), path));
}
