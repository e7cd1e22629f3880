using SupplyChainAnalyzers.Core.Text;

namespace SupplyChainAnalyzers.Core.Verification;

/// <summary>A file a project ships: an item that is copied to the output, published, embedded or packed.</summary>
/// <param name="Path">Absolute path of the file.</param>
/// <param name="Kind">What kind of item, for the message: <c>Content</c>, <c>None</c>, <c>EmbeddedResource</c> …; empty leaves it out.</param>
/// <param name="ProjectFile">Absolute path of the project.</param>
/// <param name="Region">Where the project names the item; <see cref="TextRegion.None"/> when that is not known.</param>
public sealed record ShippedItem(string Path, string Kind, string ProjectFile, TextRegion Region = default);
