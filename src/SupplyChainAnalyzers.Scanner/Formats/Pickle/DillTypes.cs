namespace SupplyChainAnalyzers.Scanner.Formats.Pickle;

/// <summary>Built-in types that hold data, by the names dill gives them (dill/_dill.py, <c>_typemap</c>).</summary>
internal static class DillTypes
{
    /// <summary>The type's name in <c>builtins</c>; null for those that hold code, and for anything else.</summary>
    public static string? Find(string name) => name switch
    {
        "SliceType" => "slice",
        "RangeType" or "XRangeType" => "range",
        "DictType" or "DictionaryType" => "dict",
        "ListType" => "list",
        "TupleType" => "tuple",
        "SetType" => "set",
        "FrozenSetType" => "frozenset",
        "StringType" or "StrType" or "UnicodeType" => "str",
        "BytesType" => "bytes",
        "ByteArrayType" => "bytearray",
        "IntType" or "LongType" => "int",
        "FloatType" => "float",
        "ComplexType" => "complex",
        "BooleanType" or "BoolType" => "bool",
        "ObjectType" => "object",
        "slice" or "range" or "dict" or "list" or "tuple" or "set" or "frozenset" or "str" or "bytes" or "bytearray" or "int" or "float" or "complex" or "bool" or "object" => name,
        _ => null,
    };
}
