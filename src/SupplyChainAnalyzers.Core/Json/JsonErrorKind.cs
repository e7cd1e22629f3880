namespace SupplyChainAnalyzers.Core.Json;

/// <summary>Why a text is not accepted.</summary>
public enum JsonErrorKind
{
    /// <summary>Not RFC 8259.</summary>
    Syntax,

    /// <summary>Not UTF-8, a byte order mark, or a surrogate without its other half.</summary>
    Encoding,

    /// <summary>Two members of one object have the same name.</summary>
    Duplicate,

    /// <summary>Nested deeper than <see cref="JsonLimits.MaxDepth"/>.</summary>
    Depth,

    /// <summary>Longer than <see cref="JsonLimits.MaxLength"/>.</summary>
    Size,

    /// <summary>More values than <see cref="JsonLimits.MaxNodes"/>.</summary>
    Count,

    /// <summary>A merge was left half done: a line starts with the marks git writes around a conflict.</summary>
    ConflictMarkers,
}
