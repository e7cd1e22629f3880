using System.Text;

namespace SupplyChainAnalyzers.Scanner.Tests.Fuzz;

/// <summary>GGUF headers of versions 1 to 3 (ggml docs/gguf.md), with counts, types and offsets that may lie.</summary>
internal static class GgufGenerator
{
    private static readonly string[] Keys =
        ["general.architecture", "general.alignment", "general.name", "tokenizer.chat_template", "tokenizer.chat_template.tool_use", "tokenizer.ggml.tokens", "llama.block_count", "general.file_type", "", "\u202E"];

    private static readonly string[] Texts =
        ["llama", "{% for m in messages %}{{ m.content }}{% endfor %}", "{{ ''.__class__.__mro__[1].__subclasses__() }}", "{{ cycler.__init__.__globals__.os.popen('id').read() }}", "{%", "", "\u0000"];

    public static byte[] Next(Random random)
    {
        var to = new FuzzBytes(random);
        var version = to.Any(1, 2, 3, 3, 3);
        var (tensors, pairs) = (random.Next(5), random.Next(8));
        to.Text("GGUF").U32(to.Mostly(version));
        Count(to, version, tensors);
        Count(to, version, pairs);
        for (var i = 0; i < pairs; i++)
            Pair(to, version);

        var offset = 0L;
        for (var i = 0; i < tensors; i++)
        {
            Text(to, version, $"blk.{random.Next(4)}.weight");
            var dimensions = random.Next(5);
            to.U32(to.Mostly(dimensions));
            for (var d = 0; d < dimensions; d++)
                Count(to, version, random.Next(1, 65));
            to.U32(to.Mostly(random.Next(32))).U64(to.Mostly(offset));
            offset += 32 * random.Next(8);
        }

        while (to.Length % 32 != 0)
            to.Byte(0);
        return to.Raw(new byte[random.Next(512)]).ToArray();
    }

    private static void Pair(FuzzBytes to, int version)
    {
        Text(to, version, to.Any<string>(Keys));
        Value(to, version, to.Random.Next(13), 0);
    }

    private static void Value(FuzzBytes to, int version, int type, int depth)
    {
        to.U32(to.Mostly(type));
        Content(to, version, type, depth);
    }

    private static void Content(FuzzBytes to, int version, int type, int depth)
    {
        switch (type)
        {
            case 0 or 1 or 7:
                to.Byte(to.Random.Next(256));
                break;
            case 2 or 3:
                to.U16(to.Random.Next());
                break;
            case 4 or 5 or 6:
                to.U32(to.Mostly(32));
                break;
            case 8:
                Text(to, version, to.Any<string>(Texts));
                break;
            case 9:
                var inner = depth < 6 && to.Chance(6) ? 9 : to.Random.Next(13);
                var count = to.Random.Next(4);
                to.U32(to.Mostly(inner));
                Count(to, version, count);
                for (; count > 0 && (inner != 9 || depth < 6); count--)
                    Content(to, version, inner, depth + 1);
                break;
            default:
                to.U64(to.Random.NextInt64());
                break;
        }
    }

    private static void Text(FuzzBytes to, int version, string text)
    {
        var bytes = Encoding.UTF8.GetBytes(text);
        Count(to, version, bytes.Length);
        to.Raw(bytes);
    }

    // 32 bits in the first version, 64 in the others.
    private static void Count(FuzzBytes to, int version, long value) => _ = version == 1 ? to.U32(to.Mostly(value)) : to.U64(to.Mostly(value));
}
