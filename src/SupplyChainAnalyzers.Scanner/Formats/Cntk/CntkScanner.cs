using SupplyChainAnalyzers.Core.Findings;
using SupplyChainAnalyzers.Core.Formats;
using SupplyChainAnalyzers.Core.Text;
using SupplyChainAnalyzers.Scanner.Formats.Graphs;
using SupplyChainAnalyzers.Scanner.Formats.Protobuf;
using SupplyChainAnalyzers.Scanner.Input;
using SupplyChainAnalyzers.Scanner.Scanning;

namespace SupplyChainAnalyzers.Scanner.Formats.Cntk;

/// <summary>
/// CNTK version 2 (CNTK.proto). Dictionary: 1 version, 2 data { 1 key, 2 DictionaryValue }. DictionaryValue: 8 string, 11 vector { 1 values },
/// 12 dictionary; the rest are numbers, shapes and arrays. A user function names the Python module and class that the loader imports
/// (<c>module</c>, <c>class</c>: cntk/internal/utils.py), or a native library. Version 1 is a stream of its own and not inspected.
/// </summary>
internal sealed class CntkScanner : IFormatScanner
{
    private const int MaxText = 4096;

    public IReadOnlyList<ModelFormat> Formats { get; } = [ModelFormats.Cntk];

    public void Scan(ByteSource source, ScanContext context)
    {
        if (source.ReadByte(0, "its first byte") == 'B')
            context.Unscannable("is a CNTK model of the first version, which is not inspected; convert it to ONNX");
        else
            Read(ProtoReader.Of(source), context, new GraphTexts(context));
    }

    private static void Read(ProtoReader dictionary, ScanContext context, GraphTexts texts)
    {
        while (dictionary.Next())
        {
            if (!dictionary.Is(2, ProtoWire.Counted))
                continue;

            var key = "";
            var entry = dictionary.Message();
            while (entry.Next())
            {
                if (entry.Is(1, ProtoWire.Counted))
                    key = entry.Text(MaxText);
            }

            entry = entry.Again();
            while (entry.Next())
            {
                if (entry.Is(2, ProtoWire.Counted))
                    ReadValue(entry.Message(), key, context, texts);
            }
        }
    }

    private static void ReadValue(ProtoReader value, string key, ScanContext context, GraphTexts texts)
    {
        while (value.Next())
        {
            switch (value.Field, value.Wire)
            {
                case (8, ProtoWire.Counted):
                    texts.Check(value, "its description");
                    Judge(key, value.Text(MaxText), value.Offset, context);
                    break;
                case (11, ProtoWire.Counted):
                    var vector = value.Message();
                    while (vector.Next())
                    {
                        if (vector.Is(1, ProtoWire.Counted))
                            ReadValue(vector.Message(), key, context, texts);
                    }

                    break;
                case (12, ProtoWire.Counted):
                    Read(value.Message(), context, texts);
                    break;
            }
        }
    }

    private static void Judge(string key, string text, long offset, ScanContext context)
    {
        if (key is not ("module" or "class" or "native_user_function" or "module_name" or "deserialize_method" or "factory_method_name") || text.Length == 0)
            return;

        context.Report(
            Rules.GraphRunsCode,
            $"has a user function, for which the loader imports '{Printable.Of(text, 80)}' ({Printable.Of(key, 40)}) and runs it; do not load it",
            offset,
            symbol: text);
    }
}
