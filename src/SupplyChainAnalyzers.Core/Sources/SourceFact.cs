namespace SupplyChainAnalyzers.Core.Sources;

/// <summary>One thing that a source file uses, as it writes it: raw text, to be shown through <see cref="Text.Printable"/>.</summary>
/// <param name="Kind">What it is.</param>
/// <param name="Name">Repository, model, package, image or address.</param>
/// <param name="Version">Revision, tag or version; null when none is given.</param>
/// <param name="Digest">The digest that its bytes must have (<c>sha256:…</c>); null when none is given.</param>
/// <param name="Start">Characters before it.</param>
/// <param name="Length">Characters of it.</param>
public sealed record SourceFact(SourceFactKind Kind, string Name, string? Version, string? Digest, int Start, int Length);
