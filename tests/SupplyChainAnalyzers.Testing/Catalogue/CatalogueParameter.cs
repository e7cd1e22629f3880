using System.Text.Json.Serialization;

namespace SupplyChainAnalyzers.Testing.Catalogue;

/// <summary>One parameter as the catalogue writes it.</summary>
/// <param name="Name">Its name; the way call sites are matched.</param>
/// <param name="Type">Source text of its type, with <c>out</c> and the like.</param>
/// <param name="Role">What a value means there: path, url, repo, revision …</param>
/// <param name="Default">Source text of its default; null when it must be given.</param>
/// <param name="This">Whether it is the receiver of an extension method.</param>
public sealed record CatalogueParameter(
    string Name,
    string Type,
    string Role,
    string? Default = null,
    [property: JsonPropertyName("this")] bool This = false);
