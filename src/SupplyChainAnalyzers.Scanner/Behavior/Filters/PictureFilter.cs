namespace SupplyChainAnalyzers.Scanner.Behavior.Filters;

/// <summary>Something that is done to a whole picture, such as a camera, a printer or an attacker might do.</summary>
/// <param name="Kind">Of filters like it.</param>
/// <param name="Name">What it does, for people.</param>
/// <param name="Apply">Picture and result: a colour of a pixel after the other, from 0 to 1.</param>
internal sealed record PictureFilter(FilterKind Kind, string Name, Action<FilterPicture, FilterPicture> Apply);
