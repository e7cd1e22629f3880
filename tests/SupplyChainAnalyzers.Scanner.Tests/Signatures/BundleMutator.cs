using System.Text;
using System.Text.Json.Nodes;

namespace SupplyChainAnalyzers.Scanner.Tests.Signatures;

/// <summary>
/// Damages a bundle as text and as what it is: bytes, ends, members, and what stands in base64 in it (statement, signature, certificates, log
/// entries, time stamps). The same random numbers give the same damage.
/// </summary>
internal static class BundleMutator
{
    private static readonly string[] Odd = ["null", "-1", "1e400", "\"\"", "[]", "{}", "\"\\u0000\"", "9223372036854775808", "true", "\"AAAA\""];

    public static byte[] Mutate(byte[] whole, Random random) => random.Next(4) switch
    {
        0 => Bytes(whole, random),
        1 => whole[..random.Next(whole.Length)],
        2 => Tree(whole, random, Members),
        _ => Tree(whole, random, Encoded),
    };

    private static byte[] Bytes(byte[] whole, Random random)
    {
        var bytes = (byte[])whole.Clone();
        for (var changes = random.Next(1, 4); changes > 0 && bytes.Length > 0; changes--)
            bytes[random.Next(bytes.Length)] = (byte)random.Next(256);
        return bytes;
    }

    private static byte[] Tree(byte[] whole, Random random, Action<List<JsonNode>, Random> change)
    {
        if (whole[0] != '{')
            return Bytes(whole, random);

        var root = JsonNode.Parse(whole)!;
        var nodes = new List<JsonNode>();
        Collect(root, nodes);
        change(nodes, random);
        return Encoding.UTF8.GetBytes(root.ToJsonString());
    }

    // A member or an element goes, comes twice, or holds something else.
    private static void Members(List<JsonNode> nodes, Random random)
    {
        var node = nodes[random.Next(nodes.Count)];
        switch (node.Parent)
        {
            case JsonObject parent when random.Next(2) == 0:
                parent.Remove(node.GetPropertyName());
                break;
            case JsonArray list when random.Next(2) == 0:
                list.Add(node.DeepClone());
                break;
            case JsonObject or JsonArray:
                node.ReplaceWith(JsonNode.Parse(Odd[random.Next(Odd.Length)]));
                break;
        }
    }

    private static void Encoded(List<JsonNode> nodes, Random random)
    {
        var texts = nodes.OfType<JsonValue>().Where(static value => value.TryGetValue<string>(out var text) && text.Length >= 16 && Convert.TryFromBase64String(text, new byte[text.Length], out _)).ToList();
        if (texts.Count == 0)
            return;

        var node = texts[random.Next(texts.Count)];
        var bytes = Convert.FromBase64String(node.GetValue<string>());
        node.ReplaceWith(JsonValue.Create(Convert.ToBase64String(random.Next(8) == 0 ? bytes[..random.Next(bytes.Length)] : Bytes(bytes, random))));
    }

    private static void Collect(JsonNode? node, List<JsonNode> into)
    {
        if (node is null)
            return;

        into.Add(node);
        foreach (var child in node is JsonObject members ? members.Select(static member => member.Value) : node is JsonArray items ? items : [])
            Collect(child, into);
    }
}
