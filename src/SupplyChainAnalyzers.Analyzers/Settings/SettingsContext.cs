using Microsoft.CodeAnalysis.Diagnostics;
using SupplyChainAnalyzers.Analyzers.Locks;
using SupplyChainAnalyzers.Analyzers.Policies;
using SupplyChainAnalyzers.Core.Sources;

namespace SupplyChainAnalyzers.Analyzers.Settings;

/// <summary>What models.lock and models.policy.json say that settings are held against.</summary>
internal static class SettingsContext
{
    public static SourceContext Of(AnalyzerOptions options)
    {
        var facts = LockProvider.Find(options);
        return new SourceContext(facts.Pins, facts.Ollama, facts.Hosted, PolicyReading.Find(options)?.Policy?.Sources.Endpoints?.Value, facts.Folders.Contains);
    }
}
