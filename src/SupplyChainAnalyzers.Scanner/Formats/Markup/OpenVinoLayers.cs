using System.Globalization;
using System.Xml;
using SupplyChainAnalyzers.Core.Findings;
using SupplyChainAnalyzers.Core.Text;
using SupplyChainAnalyzers.Scanner.Scanning;

namespace SupplyChainAnalyzers.Scanner.Formats.Markup;

/// <summary>
/// OpenVINO's intermediate representation (docs "OpenVINO IR format"): layers with an operation set, constants as offset and
/// size into the .bin file. A layer of an extension needs a library that its user loads; a constant whose size is not
/// shape × type makes readers step out of the mapped weights.
/// </summary>
internal sealed class OpenVinoLayers(ScanContext context)
{
    private const long Largest = 1L << 44; // 16 TiB

    private static readonly Dictionary<string, int> Bits = new(StringComparer.Ordinal)
    {
        ["u1"] = 1,
        ["u2"] = 2,
        ["u3"] = 3,
        ["u4"] = 4,
        ["i4"] = 4,
        ["nf4"] = 4,
        ["f4e2m1"] = 4,
        ["u6"] = 6,
        ["boolean"] = 8,
        ["u8"] = 8,
        ["i8"] = 8,
        ["f8e4m3"] = 8,
        ["f8e5m2"] = 8,
        ["f8e8m0"] = 8,
        ["u16"] = 16,
        ["i16"] = 16,
        ["f16"] = 16,
        ["bf16"] = 16,
        ["u32"] = 32,
        ["i32"] = 32,
        ["f32"] = 32,
        ["u64"] = 64,
        ["i64"] = 64,
        ["f64"] = 64,
    };

    private string _layer = "";
    private string _type = "";

    public void Element(XmlReader reader, int line)
    {
        if (reader.LocalName == "layer")
        {
            (_layer, _type) = (reader.GetAttribute("name") ?? "", reader.GetAttribute("type") ?? "");
            if (reader.GetAttribute("version") is { } version && version.Contains("extension", StringComparison.OrdinalIgnoreCase))
                context.Report(Rules.MarkupActive, $"has a layer '{Printable.Of(_layer, 60)}' of an extension, for which a native library must be loaded (line {line}); load none that you don't know", severity: Severity.Medium, symbol: _type);
        }
        else if (reader.LocalName == "data" && _type == "Const")
        {
            Constant(reader, line);
        }
    }

    private void Constant(XmlReader reader, int line)
    {
        if (reader.GetAttribute("offset") is not { } offsetText || reader.GetAttribute("size") is not { } sizeText)
            return;

        if (!TryNumber(offsetText, out var offset) || !TryNumber(sizeText, out var size) || offset > Largest || size > Largest)
        {
            Lie("lies at an impossible place in the weights", line);
            return;
        }

        if (!Bits.TryGetValue(reader.GetAttribute("element_type") ?? "", out var bits) || reader.GetAttribute("shape") is not { } shape)
            return;

        Int128 needed = bits;
        foreach (var part in shape.Split(',', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries))
        {
            if (!TryNumber(part, out var dimension) || (needed *= dimension) > (Int128)Largest * 8)
            {
                Lie("has an impossible shape", line);
                return;
            }
        }

        if ((needed + 7) / 8 != size)
            Lie($"takes {size} bytes where its shape and type need {(needed + 7) / 8}", line);
    }

    private void Lie(string message, int line) =>
        context.Report(Rules.ModelLie, $"has a constant '{Printable.Of(_layer, 60)}' that {message} (line {line}): loaders that trust it read foreign memory; do not use it", symbol: _type);

    private static bool TryNumber(string text, out long value) => long.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out value);
}
