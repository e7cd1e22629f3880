namespace SupplyChainAnalyzers.Scanner.Tests.Fuzz;

/// <summary>ONNX models as protocol buffers (onnx.proto): nested graphs, attributes, tensors with external data, functions.</summary>
internal static class OnnxGenerator
{
    private static readonly string[] Texts = ["Conv", "If", "Loop", "ai.onnx.ml", "com.microsoft", "evil.domain", "location", "../../etc/passwd", "weights.bin", "offset", "length", "99999999999999999999", "x", "", "\u202E"];

    public static byte[] Next(Random random)
    {
        var to = new FuzzBytes(random);
        Number(to, 1, to.Mostly(8));
        Text(to, 2);
        Message(to, 7, Graph(random, 0));
        for (var count = random.Next(3); count > 0; count--)
            Message(to, 8, OperatorSet(random));
        if (to.Chance(3))
            Message(to, 14, Pair(random));
        if (to.Chance(4))
            Message(to, 25, Function(random));
        return to.ToArray();
    }

    private static byte[] Graph(Random random, int depth)
    {
        var to = new FuzzBytes(random);
        for (var count = random.Next(5); count > 0; count--)
            Message(to, 1, Node(random, depth));
        Text(to, 2);
        for (var count = random.Next(3); count > 0; count--)
            Message(to, 5, Tensor(random));
        if (to.Chance(2))
            Message(to, to.Any(11, 12, 13, 15), Pair(random));
        return to.ToArray();
    }

    private static byte[] Node(Random random, int depth)
    {
        var to = new FuzzBytes(random);
        for (var count = random.Next(4); count > 0; count--)
            Text(to, to.Any(1, 2, 3));
        Text(to, 4);
        if (to.Chance(2))
            Text(to, 7);
        for (var count = random.Next(3); count > 0; count--)
            Message(to, 5, Attribute(random, depth));
        return to.ToArray();
    }

    private static byte[] Attribute(Random random, int depth)
    {
        var to = new FuzzBytes(random);
        Text(to, 1);
        switch (random.Next(5))
        {
            case 0:
                Number(to, 3, random.NextInt64());
                break;
            case 1:
                Text(to, 4);
                break;
            case 2:
                Message(to, 5, Tensor(random));
                break;
            case 3 when depth < 6:
                Message(to, to.Any(6, 11), Graph(random, depth + 1));
                break;
            default:
                Message(to, to.Any(7, 8, 9), new byte[random.Next(24)]);
                break;
        }

        Number(to, 20, to.Mostly(random.Next(15)));
        return to.ToArray();
    }

    private static byte[] Tensor(Random random)
    {
        var to = new FuzzBytes(random);
        for (var count = random.Next(4); count > 0; count--)
            Number(to, 1, to.Mostly(random.Next(9)));
        Number(to, 2, to.Mostly(random.Next(24)));
        if (to.Chance(2))
            Message(to, to.Any(4, 5, 7, 9), new byte[random.Next(64)]);
        Text(to, 8);
        for (var count = to.Chance(3) ? random.Next(5) : 0; count > 0; count--)
            Message(to, 13, Pair(random));
        if (to.Chance(3))
            Number(to, 14, to.Mostly(1));
        return to.ToArray();
    }

    private static byte[] OperatorSet(Random random)
    {
        var to = new FuzzBytes(random);
        Text(to, 1);
        Number(to, 2, to.Mostly(17));
        return to.ToArray();
    }

    private static byte[] Pair(Random random)
    {
        var to = new FuzzBytes(random);
        Text(to, 1);
        Text(to, 2);
        return to.ToArray();
    }

    private static byte[] Function(Random random)
    {
        var to = new FuzzBytes(random);
        Text(to, 1);
        Text(to, 4);
        Message(to, 7, Node(random, 3));
        Message(to, 9, OperatorSet(random));
        Text(to, 10);
        return to.ToArray();
    }

    private static void Text(FuzzBytes to, int field) => Message(to, field, System.Text.Encoding.UTF8.GetBytes(to.Any<string>(Texts)));

    private static void Message(FuzzBytes to, int field, byte[] content)
    {
        if (to.Chance(60))
        {
            Varint(to, (field << 3) | to.Any(3, 4, 5, 1, 6, 7)); // groups, fixed sizes, none at all
            to.Raw(content);
            return;
        }

        Varint(to, (field << 3) | 2);
        Varint(to, to.Mostly(content.Length, 48));
        to.Raw(content);
    }

    private static void Number(FuzzBytes to, int field, long value)
    {
        Varint(to, field << 3);
        Varint(to, value);
    }

    private static void Varint(FuzzBytes to, long value)
    {
        var rest = (ulong)value;
        for (; rest > 0x7F; rest >>= 7)
            to.Byte((int)(rest & 0x7F) | 0x80);
        to.Byte((int)rest);
    }
}
