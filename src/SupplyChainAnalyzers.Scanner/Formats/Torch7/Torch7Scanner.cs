using SupplyChainAnalyzers.Core.Findings;
using SupplyChainAnalyzers.Core.Formats;
using SupplyChainAnalyzers.Scanner.Input;
using SupplyChainAnalyzers.Scanner.Scanning;

namespace SupplyChainAnalyzers.Scanner.Formats.Torch7;

/// <summary>
/// Torch for Lua (torch7 doc/serialization.md, File.lua): numbers, texts, tables, objects, and functions as Lua byte code,
/// which is neither checked nor confined by the interpreter. The text form is not read.
/// </summary>
internal sealed class Torch7Scanner : IFormatScanner
{
    public IReadOnlyList<ModelFormat> Formats { get; } = [ModelFormats.Torch7];

    public void Scan(ByteSource source, ScanContext context)
    {
        if (source.ReadByte(0, "its header") == '4')
        {
            context.Unscannable("is a Torch7 file in its text form, which is not read here; save it in binary form, or convert it to safetensors");
            return;
        }

        var reader = new Torch7Reader(source, context);
        reader.Value();
        if (reader.Position < source.Length)
            context.Report(Rules.TrailingData, $"has {source.Length - reader.Position} bytes behind its value; get the model from its publisher", reader.Position);
    }
}
