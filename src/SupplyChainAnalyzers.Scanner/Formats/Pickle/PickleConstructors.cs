namespace SupplyChainAnalyzers.Scanner.Formats.Pickle;

/// <summary>Functions and classes whose arguments are judged otherwise than those of any call.</summary>
internal static class PickleConstructors
{
    /// <summary>
    /// Functions by which pickle makes an object of the class that is their first argument: the class counts, not the function.
    /// </summary>
    public static bool Makes(string function) => CallsBase(function)
        || function is "copyreg.__newobj__" or "copy_reg.__newobj__" or "copyreg.__newobj_ex__"
        or "numpy.core.multiarray._reconstruct" or "numpy._core.multiarray._reconstruct" or "numpy.ma.core._mareconstruct"
        or "pandas.core.indexes.base._new_Index" or "pandas.indexes.base._new_Index";

    /// <summary>object.__reduce__ of protocols 0 and 1: <c>base.__new__(cls, state); base.__init__(obj, state)</c>.</summary>
    public static bool CallsBase(string function) => function is "copyreg._reconstructor" or "copy_reg._reconstructor";

    /// <summary>Whether it is a class that raises an exception when it is given a text alone.</summary>
    public static bool TakesNoText(string name) => name is "collections.OrderedDict" or "builtins.dict" or "__builtin__.dict" or "torch.Size" or "torch.Tensor" or "torch.nn.parameter.Parameter"
        or "torch._utils._rebuild_tensor_v2" or "torch._utils._rebuild_tensor" or "torch._utils._rebuild_parameter" or "numpy.ndarray" or "numpy.core.multiarray._reconstruct" or "numpy._core.multiarray._reconstruct";

    /// <summary>Whether text that goes into it stays data: it is encoded or copied.</summary>
    public static bool TakesData(string name) => name is "_codecs.encode" or "builtins.bytes" or "builtins.bytearray" or "__builtin__.bytearray"
        or "builtins.str" or "builtins.set" or "__builtin__.set" or "builtins.frozenset" or "builtins.list" or "builtins.tuple" or "numpy.dtype" or "numpy.core.multiarray.scalar"
        or "numpy._core.multiarray.scalar" or "numpy.core.numeric._frombuffer" or "numpy._core.numeric._frombuffer" or "datetime.datetime" or "datetime.date" or "datetime.time";
}
