using System.Text;
using SupplyChainAnalyzers.Scanner.Input;

namespace SupplyChainAnalyzers.Scanner.Conversion.Pickled;

/// <summary>
/// What the functions that torch, numpy and joblib name in their files do with their arguments, done here. Only these; the name of any
/// other is remembered and nothing else.
/// </summary>
/// <param name="depth">Pickles around the one that calls.</param>
internal sealed class Rebuilds(int depth)
{
    private const int MaxNested = 2;

    /// <summary>What <c>callable(*arguments)</c> gives.</summary>
    public object? Call(object? callable, object? arguments)
    {
        if (callable is not PyGlobal global || arguments is not PyList { Items: var given })
            return new PyObject(callable?.ToString() ?? "a call");

        switch (global.ToString())
        {
            case "collections.OrderedDict" or "builtins.dict" or "__builtin__.dict":
                return Dictionary(given);
            case "builtins.set" or "__builtin__.set" or "builtins.frozenset" or "builtins.list" or "builtins.tuple" or "torch.Size" when given is [PyList list]:
                return list;
            case "_codecs.encode" when given is [string text, "latin1" or "latin-1"]:
                return new PyBytes(new MemorySource(Encoding.Latin1.GetBytes(text)));
            case "builtins.bytes" or "__builtin__.bytes" when given.Count == 0: // b'' of protocol 2
                return new PyBytes(new MemorySource([]));
            case "builtins.bytearray" or "__builtin__.bytearray" or "builtins.bytes" when given is [PyBytes bytes]:
                return bytes;
            case "torch._utils._rebuild_tensor" or "torch._utils._rebuild_tensor_v2" or "torch._utils._rebuild_tensor_v3" when given is [PyStorage storage, long start, PyList shape, PyList strides, ..]:
                return Tensor(storage, start, shape, strides, given);
            case "torch._utils._rebuild_parameter" or "torch._utils._rebuild_parameter_with_state" when given is [PyTensor tensor, ..]:
                return tensor;
            case "torch._tensor._rebuild_from_type_v2" when given is [PyGlobal inner, _, PyList inside, ..] && inner.Module == "torch._utils":
                return Call(inner, inside);
            case "torch.storage._load_from_bytes" when given is [PyBytes nested] && depth < MaxNested:
                return TorchLegacy.Root(nested.Source, depth + 1);
            case "numpy.core.multiarray._reconstruct" or "numpy._core.multiarray._reconstruct" when given is [PyGlobal { Module: "numpy", Name: "ndarray" }, ..]:
                return new PyArray();
            case "numpy.core.multiarray.scalar" or "numpy._core.multiarray.scalar" when given is [PyDType type, PyBytes value]:
                return new PyArray { DType = type, Bytes = value.Source };
            case "numpy.core.multiarray.scalar" or "numpy._core.multiarray.scalar" when given is [PyDType type, string value]:
                return new PyArray { DType = type, Bytes = new MemorySource(Encoding.Latin1.GetBytes(value)) };
            case "numpy.core.numeric._frombuffer" or "numpy._core.numeric._frombuffer" when given is [PyBytes buffer, PyDType type, PyList shape, string order]:
                return new PyArray { DType = type, Bytes = buffer.Source, Shape = Numbers(shape), IsFortran = order == "F" };
            case "numpy.dtype" when given is [string name, ..]:
                return new PyDType(name);
            case "joblib.numpy_pickle.NumpyArrayWrapper" when given.Count == 0:
                return new PyWrapper();
            default:
                return new PyObject(global.ToString());
        }
    }

    /// <summary>What <c>__setstate__</c> does, or the update of the attributes.</summary>
    public static void Build(object? target, object? state)
    {
        switch (target)
        {
            case PyDType type when state is PyList { Items: [_, string order, ..] }:
                type.IsBigEndian = order == ">";
                break;
            case PyArray array when state is PyList { Items: [_, PyList shape, PyDType type, bool isFortran, var data] }:
                (array.Shape, array.DType, array.IsFortran) = (Numbers(shape), type, isFortran);
                array.Bytes = data switch
                {
                    PyBytes bytes => bytes.Source,
                    string text => new MemorySource(Encoding.Latin1.GetBytes(text)),
                    _ => null, // a list: an array of objects
                };
                break;
            case PyWrapper wrapper:
                wrapper.Array = new PyArray();
                break;
            case PyObject opaque:
                opaque.State = state;
                break;
            case PyDict or PyTensor or PyArray:
                break; // attributes of a state dict (_metadata) or a parameter: no tensors
            default:
                throw new Formats.DamagedFileException("the pickle builds something that has no state", 0);
        }
    }

    /// <summary>Numbers of a shape.</summary>
    public static long[] Numbers(PyList list) => [.. list.Items.Select(static item => item is long number ? number : throw new Formats.DamagedFileException("the pickle has a shape that is no list of numbers", 0))];

    private static PyDict Dictionary(List<object?> given)
    {
        var dictionary = new PyDict();
        if (given is [PyList { Items: var pairs }])
        {
            foreach (var pair in pairs)
                dictionary.Items.Add(pair is PyList { Items: [var key, var value] } ? (key, value) : throw new Formats.DamagedFileException("the pickle has a dictionary that is no list of pairs", 0));
        }

        return dictionary;
    }

    // Version 3 has the type as seventh argument, for storages without one.
    private static PyTensor Tensor(PyStorage storage, long start, PyList shape, PyList strides, List<object?> given)
    {
        var (type, name) = given.Count > 6 && given[6] is PyGlobal { Module: "torch" } own ? (TensorType.OfTorch(own.Name), own.Name) : (storage.Type, storage.TypeName);
        return new PyTensor(storage, type, name, start, Numbers(shape), Numbers(strides));
    }
}
