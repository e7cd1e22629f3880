using SupplyChainAnalyzers.Core.Findings;
using SupplyChainAnalyzers.Core.Formats;
using SupplyChainAnalyzers.Scanner.Input;
using SupplyChainAnalyzers.Scanner.Scanning;

namespace SupplyChainAnalyzers.Scanner.Formats.SafeTensors;

/// <summary>
/// A false header length keeps a file from being recognized as safetensors, yet its loader is chosen by name and reads the
/// length first. Told by a whole header that stands where one belongs.
/// </summary>
internal sealed class SafeTensorsLengthCheck : IContentCheck
{
    private const int HeaderAt = 8;

    public void Check(ByteSource source, ModelFormat format, ScanContext context)
    {
        if (format != ModelFormats.Unknown || source.Length <= HeaderAt + 1 || source.ReadByte(HeaderAt, "its header") != '{')
            return;

        var length = source.ReadUInt64(0, "its header");
        var isPossible = length <= SafeTensorsHeader.MaxLength && (long)length <= source.Length - HeaderAt;
        if (!isPossible && DescribesTensors(source))
            context.Report(Rules.SafeTensorsLie, $"says that its safetensors header has {length} bytes, which it has not: loaders that trust it read foreign memory; do not use it", 0);
    }

    private static bool DescribesTensors(ByteSource source)
    {
        var json = new JsonStream(new SliceSource(source, HeaderAt, Math.Min(source.Length - HeaderAt, SafeTensorsHeader.MaxLength), "its header"), "its header");
        var found = false;
        try
        {
            var depth = 0;
            while (json.Read())
            {
                found |= json.Text is "data_offsets" or "dtype" or "__metadata__";
                depth += json.Token switch
                {
                    System.Text.Json.JsonTokenType.StartObject or System.Text.Json.JsonTokenType.StartArray => 1,
                    System.Text.Json.JsonTokenType.EndObject or System.Text.Json.JsonTokenType.EndArray => -1,
                    _ => 0,
                };
                if (depth == 0)
                    return found;
            }
        }
        catch (DamagedFileException)
        {
            return false; // cut off, or no header at all
        }

        return false;
    }
}
