using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;
using SupplyChainAnalyzers.Analyzers.Apis;
using SupplyChainAnalyzers.Analyzers.Locks;
using SupplyChainAnalyzers.Analyzers.Options;
using SupplyChainAnalyzers.Analyzers.Policies;
using SupplyChainAnalyzers.Analyzers.Written;
using SupplyChainAnalyzers.Core.Accessors;
using SupplyChainAnalyzers.Core.Policy;

namespace SupplyChainAnalyzers.Analyzers;

/// <summary>What is true of a whole compilation, found out when a rule first asks: most compilations never do.</summary>
internal sealed class ProjectFacts
{
    // Referenced by test projects only; each stands for itself and what is below it.
    private static readonly string[] TestFrameworks = ["xunit", "nunit", "Microsoft.VisualStudio.TestPlatform.TestFramework", "MSTest", "TUnit"];

    private readonly Lazy<LockFacts> _lock;
    private readonly Lazy<bool> _isTest;
    private readonly Lazy<INamedTypeSymbol?> _accessors;
    private readonly Lazy<Mode> _mode;
    private readonly Lazy<TrustedSources?> _trusted;
    private readonly Lazy<bool> _canDownload;
    private readonly Lazy<SourcesPolicy?> _sources;

    public ProjectFacts(Compilation compilation, AnalyzerOptions options, KnownModelApis apis)
    {
        Options = options;
        Apis = apis;
        _lock = new(() => LockProvider.Find(options));
        _sources = new(() => PolicyReading.Find(options)?.Policy?.Sources);
        _mode = new(() => BuildMode.Of(options));
        _accessors = new(() => compilation.GetSymbolsWithName(ModelAccessor.ContainerName, SymbolFilter.Type).OfType<INamedTypeSymbol>()
            .FirstOrDefault(static type => type is { IsStatic: true, ContainingType: null }));
        _trusted = new(() => TrustedSources.Of(_sources.Value));
        _canDownload = new(() => apis.HasModelPackages || DownloadTypes.AreNamedIn(compilation));
        Written = new WrittenAddresses(this, ModelRules.AboutAddresses);
        _isTest = new(() => bool.TryParse(BuildProperty.Find(options.AnalyzerConfigOptionsProvider, "IsTestProject"), out var said) ? said : ReferencesTestFramework(compilation));
    }

    public AnalyzerOptions Options { get; }

    public KnownModelApis Apis { get; }

    /// <summary>What models.lock says; never null.</summary>
    public LockFacts Lock => _lock.Value;

    /// <summary>Sources that the policy allows by name; empty when it lists none.</summary>
    public IReadOnlyList<SourcePattern> AllowedSources => _sources.Value?.Allow?.Value ?? [];

    /// <summary>Endpoints that the policy lists; null when it lists none.</summary>
    public IReadOnlyList<PolicyPattern>? Endpoints => _sources.Value?.Endpoints?.Value;

    /// <summary>The build's mode, from the property and the policy.</summary>
    public Mode Mode => _mode.Value;

    /// <summary>The generated class of accessors to the files of models.lock; null when nothing is generated.</summary>
    public INamedTypeSymbol? Accessors => _accessors.Value;

    /// <summary>Where models may come from; null when the policy does not say, or there is none.</summary>
    public TrustedSources? Trusted => _trusted.Value;

    /// <summary>Whether it holds tests, which load files no user gets.</summary>
    public bool IsTest => _isTest.Value;

    /// <summary>Whether anything in it can fetch what an address names.</summary>
    public bool CanDownload => _canDownload.Value;

    /// <summary>Addresses that are written as data.</summary>
    public WrittenAddresses Written { get; }

    private static bool ReferencesTestFramework(Compilation compilation) =>
        compilation.ReferencedAssemblyNames.Any(static assembly => TestFrameworks.Any(framework => AssemblyRoot.Covers(framework, assembly.Name)));
}
