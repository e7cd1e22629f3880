namespace SupplyChainAnalyzers.Core.Findings;

/// <summary>316x: trees, markup, R and the rest.</summary>
public static partial class Rules
{
    /// <summary>XXE: parsers with default settings of many languages fetch it.</summary>
    public static readonly Rule XmlEntities = new("SCA3160", "XML file makes its reader fetch other files", Level.Error, Severity.High, taxa: Taxa.Network);

    /// <summary>Markup that runs where it is shown, or names libraries to load.</summary>
    public static readonly Rule MarkupActive = new("SCA3161", "Markup holds a script or names a library", Level.Error, Severity.High, taxa: Taxa.Code);

    /// <summary>Trees, layers, arrays whose numbers don't fit.</summary>
    public static readonly Rule ModelLie = new("SCA3162", "Model file contradicts itself", Level.Error, Severity.High, taxa: Taxa.Memory);

    /// <summary>Language objects, promises, extension types: values that are evaluated.</summary>
    public static readonly Rule EvaluatedValue = new("SCA3163", "Stored value is evaluated when it is used", Level.Error, Severity.High, taxa: Taxa.Code);
}
