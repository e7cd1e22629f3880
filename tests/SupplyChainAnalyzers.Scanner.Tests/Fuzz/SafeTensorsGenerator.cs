using System.Globalization;
using System.Text;

namespace SupplyChainAnalyzers.Scanner.Tests.Fuzz;

/// <summary>safetensors headers: JSON that may be wrong, offsets that may overlap, leave gaps or overflow, shapes that may lie.</summary>
internal static class SafeTensorsGenerator
{
    public static byte[] Next(Random random)
    {
        var to = new FuzzBytes(random);
        var members = new List<string>();
        if (to.Chance(2))
            members.Add("\"__metadata__\":{" + to.Any("", "\"format\":\"pt\"", "\"a\":1", "\"x\":\"import os\"", "\"a\":\"b\",\"a\":\"c\"") + "}");
        var offset = 0L;
        for (var count = random.Next(6); count > 0; count--)
        {
            var (rows, columns) = (random.Next(5), random.Next(5));
            var (type, size) = to.Any(("F32", 4), ("F64", 8), ("BF16", 2), ("I8", 1), ("BOOL", 1), ("F8_E4M3", 1), ("U64", 8), ("F4", 1), ("X", 4));
            var end = offset + (rows * columns * size);
            members.Add($"\"{to.Any("w", "layer." + count, "\\u0000", "__proto__", "")}\":" + Object(to, type, [to.Mostly(rows), to.Mostly(columns)], to.Mostly(offset), to.Mostly(end)));
            offset = end;
        }

        var header = Encoding.UTF8.GetBytes("{" + string.Join(to.Chance(30) ? ",," : ",", members) + to.Any("}", "}", "}", "}", "}   ", "", "}}", "},"));
        return to.U64(to.Mostly(header.Length)).Raw(header).Raw(new byte[Math.Clamp(to.Mostly(offset), 0, 4096)]).ToArray();
    }

    private static string Object(FuzzBytes to, string type, long[] shape, long start, long end)
    {
        List<string> members = [$"\"dtype\":\"{type}\"", $"\"shape\":[{string.Join(',', shape.Select(Number))}]", $"\"data_offsets\":[{Number(start)},{Number(end)}]"];
        if (to.Chance(20))
            members.Add(to.Any("\"dtype\":\"F32\"", "\"extra\":null", "\"shape\":[1e3]", "\"data_offsets\":[0]", "\"x\":" + new string('[', to.Random.Next(200))));
        if (to.Chance(20))
            members.RemoveAt(to.Random.Next(members.Count));
        return "{" + string.Join(',', members) + "}";

        string Number(long value) => to.Chance(60) ? "99999999999999999999999" : value.ToString(CultureInfo.InvariantCulture);
    }
}
