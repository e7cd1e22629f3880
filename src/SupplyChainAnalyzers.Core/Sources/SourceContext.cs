using SupplyChainAnalyzers.Core.Manifest;

namespace SupplyChainAnalyzers.Core.Sources;

/// <summary>What is known around a source file: readers judge by it, and open nothing themselves.</summary>
public sealed class SourceContext
{
    /// <summary>Nothing is known.</summary>
    public static readonly SourceContext None = new(HubPins.None);

    /// <summary>With the commits of <paramref name="pins"/>.</summary>
    public SourceContext(HubPins pins) => Pins = pins;

    /// <summary>Commits of models.lock.</summary>
    public HubPins Pins { get; }

    /// <summary>Whether a project around the file references packages that people use with models.</summary>
    public bool UsesModelPackages { get; init; }
}
