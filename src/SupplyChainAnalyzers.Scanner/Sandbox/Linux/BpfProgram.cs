using System.Buffers.Binary;

namespace SupplyChainAnalyzers.Scanner.Sandbox.Linux;

/// <summary>
/// Writes a filter of calls in classic BPF (linux/filter.h) over struct seccomp_data: number, architecture, address, six
/// arguments of 64 bits. Each check either returns a verdict or goes on with the next.
/// </summary>
internal sealed class BpfProgram
{
    public const uint Kill = 0x80000000; // SECCOMP_RET_KILL_PROCESS
    public const uint Allow = 0x7FFF0000;

    private const int InstructionSize = 8;
    private const ushort LoadWord = 0x20; // BPF_LD | BPF_W | BPF_ABS
    private const ushort IfEqual = 0x15; // BPF_JMP | BPF_JEQ | BPF_K
    private const ushort IfAtLeast = 0x35;
    private const ushort IfAnyBit = 0x45;
    private const ushort ReturnValue = 0x06;

    private const uint Number = 0; // offsets in seccomp_data
    private const uint Architecture = 4;
    private const uint Arguments = 16;

    private byte[] _code = new byte[1024 * InstructionSize];

    /// <summary>Instructions so far.</summary>
    public int Length { get; private set; }

    public byte[] ToArray() => _code[..(Length * InstructionSize)];

    /// <summary>SECCOMP_RET_ERRNO: the call is not made and fails so.</summary>
    public static uint Fail(ushort error) => 0x00050000u | error;

    public BpfProgram UnlessArchitecture(uint expected, uint verdict) => Load(Architecture).Add(IfEqual, expected, 1, 0).Return(verdict);

    /// <summary>To be said before the checks of numbers.</summary>
    public BpfProgram LoadNumber() => Load(Number);

    public BpfProgram IfNumber(int number, uint verdict) => Add(IfEqual, (uint)number, 0, 1).Return(verdict);

    public BpfProgram IfNumberAtLeast(uint number, uint verdict) => Add(IfAtLeast, number, 0, 1).Return(verdict);

    /// <summary>A call is judged by the low half of one argument, finally.</summary>
    public BpfProgram IfArgument(int number, int argument, uint[] values, uint ifOneOf, uint otherwise)
    {
        Add(IfEqual, (uint)number, 0, (byte)(2 + (2 * values.Length)));
        Load(Arguments + (8 * (uint)argument));
        foreach (var value in values)
            Add(IfEqual, value, 0, 1).Return(ifOneOf);
        return Return(otherwise);
    }

    /// <summary>A call is judged by whether the low half of one argument has any bit of a mask, finally.</summary>
    public BpfProgram IfArgumentHas(int number, int argument, uint mask, uint ifSo, uint otherwise) =>
        Add(IfEqual, (uint)number, 0, 4).Load(Arguments + (8 * (uint)argument)).Add(IfAnyBit, mask, 0, 1).Return(ifSo).Return(otherwise);

    public BpfProgram Return(uint verdict) => Add(ReturnValue, verdict, 0, 0);

    private BpfProgram Load(uint offset) => Add(LoadWord, offset, 0, 0);

    // struct sock_filter
    private BpfProgram Add(ushort code, uint operand, byte ifTrue, byte ifFalse)
    {
        if (Length * InstructionSize == _code.Length)
            Array.Resize(ref _code, 2 * _code.Length);

        var instruction = _code.AsSpan(Length++ * InstructionSize, InstructionSize);
        BinaryPrimitives.WriteUInt16LittleEndian(instruction, code);
        instruction[2] = ifTrue;
        instruction[3] = ifFalse;
        BinaryPrimitives.WriteUInt32LittleEndian(instruction[4..], operand);
        return this;
    }
}
