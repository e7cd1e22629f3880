namespace SupplyChainAnalyzers.Scanner.Formats.Pickle;

/// <summary>Functions by which pickle makes objects of a class it is given: the class counts, not the function.</summary>
internal static class PickleConstructors
{
    /// <summary>Whether a call only makes an object of its first argument.</summary>
    /// <param name="function">What is called.</param>
    /// <param name="arguments">With what.</param>
    /// <param name="made">The class.</param>
    /// <param name="rest">Arguments that may be called by it.</param>
    public static bool TryFind(string function, PickleValue[] arguments, out PickleValue made, out IEnumerable<PickleValue> rest)
    {
        made = default;
        rest = [];
        if (arguments is not [{ Kind: PickleKind.Global } type, ..])
            return false;

        made = type;
        switch (function)
        {
            // object.__reduce__ of protocols 0 and 1: base.__new__(cls, state); base.__init__(obj, state).
            case "copyreg._reconstructor" or "copy_reg._reconstructor":
                rest = arguments[1..];
                return true;
            case "copyreg.__newobj__" or "copy_reg.__newobj__" or "copyreg.__newobj_ex__":
            case "numpy.core.multiarray._reconstruct" or "numpy._core.multiarray._reconstruct" or "numpy.ma.core._mareconstruct":
            case "pandas.core.indexes.base._new_Index" or "pandas.indexes.base._new_Index":
                return true;
            default:
                return false;
        }
    }

    /// <summary>Whether it is a class that raises an exception when it is given a text alone.</summary>
    public static bool TakesNoText(PickleName name) => name.Dotted is "collections.OrderedDict" or "builtins.dict" or "__builtin__.dict" or "torch.Size" or "torch.Tensor" or "torch.nn.parameter.Parameter"
        or "torch._utils._rebuild_tensor_v2" or "torch._utils._rebuild_tensor" or "torch._utils._rebuild_parameter" or "numpy.ndarray" or "numpy.core.multiarray._reconstruct" or "numpy._core.multiarray._reconstruct";

    /// <summary>Whether text that goes into it stays data: it is encoded or copied.</summary>
    public static bool TakesData(PickleName? name) => name?.Dotted is "_codecs.encode" or "builtins.bytes" or "builtins.bytearray" or "__builtin__.bytearray"
        or "builtins.str" or "builtins.set" or "__builtin__.set" or "builtins.frozenset" or "builtins.list" or "builtins.tuple" or "numpy.dtype" or "numpy.core.multiarray.scalar"
        or "numpy._core.multiarray.scalar" or "numpy.core.numeric._frombuffer" or "numpy._core.numeric._frombuffer";
}
