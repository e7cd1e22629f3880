namespace SupplyChainAnalyzers.Scanner.Formats.Pickle;

/// <summary>The opcodes of pickle protocols 0 to 5 (PEP 3154, PEP 574) by what follows them.</summary>
internal static class PickleOpcodes
{
    public const byte Proto = 0x80;
    public const byte Stop = (byte)'.';

    private static readonly PickleArgument[] ByCode = Table();

    public static PickleArgument Argument(byte code) => ByCode[code];

    private static PickleArgument[] Table()
    {
        var table = new PickleArgument[256];
        // MARK STOP POP POP_MARK DUP NONE BINPERSID REDUCE APPEND BUILD DICT EMPTY_DICT APPENDS LIST EMPTY_LIST OBJ SETITEM TUPLE EMPTY_TUPLE SETITEMS
        Set(table, PickleArgument.None, "(.012NQRabd}el]ost)u"u8);
        // NEWOBJ TUPLE1 TUPLE2 TUPLE3 NEWTRUE NEWFALSE EMPTY_SET ADDITEMS FROZENSET NEWOBJ_EX STACK_GLOBAL MEMOIZE NEXT_BUFFER READONLY_BUFFER
        Set(table, PickleArgument.None, [0x81, 0x85, 0x86, 0x87, 0x88, 0x89, 0x8f, 0x90, 0x91, 0x92, 0x93, 0x94, 0x97, 0x98]);
        // BININT1 BINGET BINPUT PROTO EXT1
        Set(table, PickleArgument.Bytes1, [(byte)'K', (byte)'h', (byte)'q', Proto, 0x82]);
        // BININT2 EXT2
        Set(table, PickleArgument.Bytes2, [(byte)'M', 0x83]);
        // BININT LONG_BINGET LONG_BINPUT EXT4
        Set(table, PickleArgument.Bytes4, [(byte)'J', (byte)'j', (byte)'r', 0x84]);
        // BINFLOAT FRAME
        Set(table, PickleArgument.Bytes8, [(byte)'G', 0x95]);
        // FLOAT INT LONG PERSID STRING UNICODE GET PUT
        Set(table, PickleArgument.Line, "FILPSVgp"u8);
        // GLOBAL INST
        Set(table, PickleArgument.TwoLines, "ci"u8);
        // SHORT_BINSTRING SHORT_BINBYTES LONG1 SHORT_BINUNICODE
        Set(table, PickleArgument.Counted1, [(byte)'U', (byte)'C', 0x8a, 0x8c]);
        // BINSTRING BINUNICODE BINBYTES LONG4
        Set(table, PickleArgument.Counted4, [(byte)'T', (byte)'X', (byte)'B', 0x8b]);
        // BINUNICODE8 BINBYTES8 BYTEARRAY8
        Set(table, PickleArgument.Counted8, [0x8d, 0x8e, 0x96]);
        return table;
    }

    private static void Set(PickleArgument[] table, PickleArgument argument, ReadOnlySpan<byte> codes)
    {
        foreach (var code in codes)
            table[code] = argument;
    }
}
