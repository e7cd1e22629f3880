using SupplyChainAnalyzers.Core.Scanning.Behavior;
using SupplyChainAnalyzers.Core.Text;

namespace SupplyChainAnalyzers.Core.Scanning.Protocol;

/// <summary>A picture from the scanner: its name becomes a file name, so it is small letters, digits and hyphens.</summary>
internal static class PictureEventReader
{
    private const int MaxName = 64;

    /// <summary>Null unless it is exactly a picture.</summary>
    public static ScanEvent.Picture? Read(string nonce, JsonFields fields)
    {
        var (id, name, caption) = (fields.Number("id"), fields.String("name", MaxName), fields.String("caption", Wire.MaxMessage));
        var (width, height, channels) = (fields.Number("width"), fields.Number("height"), fields.Number("channels"));
        var pixels = Pixels(fields.String("pixels", Wire.MaxEvent));
        var fits = width is > 0 and <= Wire.MaxPictureSide && height is > 0 and <= Wire.MaxPictureSide && channels is 1 or 3 && pixels.Length == width * height * channels;
        return fits && BehaviorWords.IsId(name)
            ? new ScanEvent.Picture(nonce, id, new BehaviorPicture(name, Printable.Message(caption), (int)width, (int)height, (int)channels, pixels))
            : null;
    }

    private static byte[] Pixels(string text)
    {
        try
        {
            return Convert.FromBase64String(text);
        }
        catch (FormatException)
        {
            return [];
        }
    }
}
