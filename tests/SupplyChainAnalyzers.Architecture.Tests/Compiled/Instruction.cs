using System.Buffers.Binary;
using System.Reflection;
using System.Reflection.Emit;

namespace SupplyChainAnalyzers.Architecture.Tests.Compiled;

/// <summary>One instruction; the operand is its first four bytes, which hold a token where it names something (ECMA-335, partition III).</summary>
internal readonly record struct Instruction(OpCode Code, int Operand)
{
    private static readonly Dictionary<int, OpCode> Codes = typeof(OpCodes).GetFields(BindingFlags.Public | BindingFlags.Static)
        .Select(static field => (OpCode)field.GetValue(null)!).ToDictionary(static code => (int)(ushort)code.Value);

    public static IEnumerable<Instruction> In(byte[] code)
    {
        for (var at = 0; at < code.Length;)
        {
            var value = code[at] == 0xFE ? 0xFE00 | code[at + 1] : code[at];
            at += value > 0xFF ? 2 : 1;
            var instruction = Codes[value];
            var size = SizeOf(instruction, code, at);
            yield return new Instruction(instruction, size >= 4 ? BinaryPrimitives.ReadInt32LittleEndian(code.AsSpan(at)) : 0);
            at += size;
        }
    }

    private static int SizeOf(OpCode instruction, byte[] code, int at) => instruction.OperandType switch
    {
        OperandType.InlineNone => 0,
        OperandType.ShortInlineBrTarget or OperandType.ShortInlineI or OperandType.ShortInlineVar => 1,
        OperandType.InlineVar => 2,
        OperandType.InlineI8 or OperandType.InlineR => 8,
        OperandType.InlineSwitch => 4 + (4 * BinaryPrimitives.ReadInt32LittleEndian(code.AsSpan(at))),
        _ => 4,
    };
}
