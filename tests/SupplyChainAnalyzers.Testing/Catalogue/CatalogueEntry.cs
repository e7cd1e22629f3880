namespace SupplyChainAnalyzers.Testing.Catalogue;

/// <summary>One overload of a member that loads, downloads or names a model.</summary>
public sealed record CatalogueEntry
{
    public required string Id { get; init; }

    /// <summary>NuGet package, or BCL.</summary>
    public required string Package { get; init; }

    public required string Namespace { get; init; }

    /// <summary>Type name as written in source; a dot separates an outer type from its nested one.</summary>
    public required string Type { get; init; }

    /// <summary>Name with type parameters; <c>.ctor</c> for a constructor.</summary>
    public required string Member { get; init; }

    /// <summary>method · extension · ctor · property.</summary>
    public required string Kind { get; init; }

    public bool IsStatic { get; init; }

    /// <summary>Source text of the return type; null when not known.</summary>
    public string? Returns { get; init; }

    public required IReadOnlyList<CatalogueParameter> Parameters { get; init; }

    public required IReadOnlyList<string> Formats { get; init; }

    public required string Risk { get; init; }

    /// <summary>What a rule is about: load, download, adapter, tokenizer, native …</summary>
    public required string SinkClass { get; init; }

    public required string Notes { get; init; }

    public required string VerifiedFrom { get; init; }

    public required string Verified { get; init; }

    /// <summary>Member name without type parameters.</summary>
    public string MemberName => Member.Split('<')[0];

    /// <summary>Name by which metadata knows the type: <c>Namespace.Outer+Inner</c>.</summary>
    public string MetadataType => (Namespace.Length == 0 ? "" : Namespace + ".") + Type.Replace('.', '+');

    /// <inheritdoc/>
    public override string ToString() => $"{Package}: {Id}";
}
