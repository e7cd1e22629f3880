namespace SupplyChainAnalyzers.Scanner.Formats.Rds;

/// <summary>Types of values (R's Rinternals.h) and pseudo types of the serialization (serialize.c).</summary>
internal static class RdsType
{
    public const int Symbol = 1;
    public const int PairList = 2;
    public const int Closure = 3;
    public const int Environment = 4;
    public const int Promise = 5;
    public const int Language = 6;
    public const int Special = 7;
    public const int Builtin = 8;
    public const int Character = 9;
    public const int Logical = 10;
    public const int Integer = 13;
    public const int Real = 14;
    public const int Complex = 15;
    public const int Strings = 16;
    public const int Dots = 17;
    public const int List = 19;
    public const int Expressions = 20;
    public const int ByteCode = 21;
    public const int Pointer = 22;
    public const int WeakReference = 23;
    public const int Raw = 24;
    public const int S4 = 25;
    public const int Alternative = 238;
    public const int AttributePairList = 239;
    public const int AttributeLanguage = 240;
    public const int RepeatedReference = 243;
    public const int RepeatedDefinition = 244;
    public const int Persistent = 247;
    public const int Package = 248;
    public const int Namespace = 249;
    public const int Unbound = 252;
    public const int Nothing = 254;
    public const int Reference = 255;

    /// <summary>Whether it is one of R's own fixed values, which have no content.</summary>
    public static bool IsFixed(int type) => type is 241 or 242 or 250 or 251 or Unbound or 253 or Nothing;
}
