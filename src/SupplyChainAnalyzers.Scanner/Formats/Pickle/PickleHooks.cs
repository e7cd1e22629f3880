using System.Collections.Frozen;
using System.Text;

namespace SupplyChainAnalyzers.Scanner.Formats.Pickle;

/// <summary>
/// Attributes by which Python's object model decides what runs (Language Reference 3.3): whoever writes them into an object or
/// reads them from one reaches code.
/// </summary>
internal static class PickleHooks
{
    private static readonly FrozenSet<string> Names = FrozenSet.ToFrozenSet(
    [
        "__class__", "__setstate__", "__reduce__", "__reduce_ex__", "__getattr__", "__getattribute__", "__setattr__", "__call__", "__init__", "__new__",
        "__init_subclass__", "__builtins__", "__globals__", "__code__", "__closure__", "__del__", "__bases__", "__base__", "__mro__", "__subclasses__",
        "__import__", "__loader__", "__spec__", "__path__", "__getinitargs__", "__getnewargs__", "__class_getitem__", "__set_name__", "__get__", "__getitem__",
        "__setitem__", "__func__", "__self__", "__wrapped__", "__defaults__", "__kwdefaults__",
    ], StringComparer.Ordinal);

    public static bool Contains(string name) => Names.Contains(name);

    public static bool Contains(ReadOnlySpan<byte> name) =>
        name.Length is >= 7 and <= 20 && name.StartsWith("__"u8) && name.EndsWith("__"u8) && Names.Contains(Encoding.ASCII.GetString(name));
}
