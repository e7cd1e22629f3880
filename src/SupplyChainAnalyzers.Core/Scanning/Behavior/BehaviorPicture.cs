namespace SupplyChainAnalyzers.Core.Scanning.Behavior;

/// <summary>A picture for the report: a trigger, a mask, an input before and after.</summary>
/// <param name="Name">A file name without ending, of small letters, digits and hyphens: <c>class-7-trigger</c>.</param>
/// <param name="Caption">What it shows, for people.</param>
/// <param name="Width">Pixels.</param>
/// <param name="Height">Pixels.</param>
/// <param name="Channels">1 for grey, 3 for colour.</param>
/// <param name="Pixels">Row by row from the top, a byte for each channel of each pixel.</param>
public sealed record BehaviorPicture(string Name, string Caption, int Width, int Height, int Channels, byte[] Pixels);
