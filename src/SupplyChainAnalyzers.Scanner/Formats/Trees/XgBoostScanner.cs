using System.Text.Json;
using SupplyChainAnalyzers.Core.Formats;
using SupplyChainAnalyzers.Scanner.Input;
using SupplyChainAnalyzers.Scanner.Scanning;

namespace SupplyChainAnalyzers.Scanner.Formats.Trees;

/// <summary>XGBoost models: JSON and UBJSON. The binary form before them (dropped in XGBoost 3.1) is raw memory and not read.</summary>
internal sealed class XgBoostScanner : IFormatScanner
{
    public IReadOnlyList<ModelFormat> Formats { get; } = [ModelFormats.XgBoost];

    public void Scan(ByteSource source, ScanContext context)
    {
        var model = new XgBoostModel(context);
        if (source.ReadByte(0, "its header") == 'b')
            context.Unscannable("is an XGBoost model in the binary form that was dropped, which is not read here; save it as JSON or UBJSON");
        else if (source.ReadByte(0, "its header") == '{' && source.ReadByte(1, "its header") is (byte)'L' or (byte)'l' or (byte)'I' or (byte)'i' or (byte)'U')
            new UniversalJson(source, model).Read(context);
        else
            ReadJson(source, model);
    }

    private static void ReadJson(ByteSource source, XgBoostModel model)
    {
        var json = new JsonStream(source, "the model");
        json.Next();
        Value(json, "", model);
        json.Read(); // nothing but space follows
    }

    private static void Value(JsonStream json, string name, XgBoostModel model)
    {
        switch (json.Token)
        {
            case JsonTokenType.StartObject:
                while (json.Next() == JsonTokenType.PropertyName)
                {
                    var member = json.Text;
                    json.Next();
                    Value(json, member, model);
                }

                model.EndObject(json.Position);
                break;
            case JsonTokenType.StartArray:
                var (count, largest) = (0L, -1L);
                while (json.Next() != JsonTokenType.EndArray)
                {
                    count++;
                    largest = Math.Max(largest, json.Whole);
                    Value(json, name, model);
                }

                model.List(name, count, largest);
                break;
            case JsonTokenType.String:
                model.Text(name, json.Text, json.Position);
                break;
        }
    }
}
