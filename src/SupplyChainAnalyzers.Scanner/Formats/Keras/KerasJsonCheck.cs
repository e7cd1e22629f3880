using SupplyChainAnalyzers.Core.Formats;
using SupplyChainAnalyzers.Scanner.Input;
using SupplyChainAnalyzers.Scanner.Scanning;

namespace SupplyChainAnalyzers.Scanner.Formats.Keras;

/// <summary>A JSON file that is a Keras model (<c>model.to_json()</c>), or the config.json of an unpacked .keras archive.</summary>
internal sealed class KerasJsonCheck : IContentCheck
{
    public void Check(ByteSource source, ModelFormat format, ScanContext context)
    {
        if (format != ModelFormats.Json || source.Length > KerasJson.MaxLength)
            return;

        using var document = KerasJson.Parse(source.ReadBytes(0, (int)source.Length, "the JSON text"));
        if (document is not null && KerasConfig.Fits(document.RootElement))
            KerasConfig.Judge(document.RootElement, context);
    }
}
