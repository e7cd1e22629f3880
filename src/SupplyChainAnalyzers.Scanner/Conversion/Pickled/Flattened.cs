using System.Numerics;
using SupplyChainAnalyzers.Core.Text;

namespace SupplyChainAnalyzers.Scanner.Conversion.Pickled;

/// <summary>Takes the tensors out of nested dictionaries and lists; names are put together with dots.</summary>
internal sealed class Flattened(TensorFile into)
{
    private const int MaxDepth = 64;

    // Where torch.nn.Module keeps what its state dict calls by the name alone.
    private static readonly string[] Silent = ["_parameters", "_buffers", "_modules"];

    private readonly HashSet<object> _open = new(ReferenceEqualityComparer.Instance);

    public void Add(object? value, string name)
    {
        switch (value)
        {
            case PyTensor tensor:
                Add(tensor, name.Length == 0 ? "tensor" : name);
                break;
            case PyArray array:
                Add(array, name.Length == 0 ? "array" : name);
                break;
            case PyDict dictionary:
                Within(dictionary, () => dictionary.Items.ForEach(item => Add(item.Value, Join(name, item.Key))));
                break;
            case PyList list:
                Within(list, () =>
                {
                    for (var i = 0; i < list.Items.Count; i++)
                        Add(list.Items[i], Join(name, (long)i));
                });
                break;
            case PyObject opaque:
                into.Leave(name, $"an object of {Printable.Of(opaque.Callable, 100)}, whose code was not run");
                if (opaque.State is { } state)
                    Within(opaque, () => Add(state, name));
                break;
            default:
                into.Leave(name, Kind(value));
                break;
        }
    }

    private void Add(PyTensor tensor, string name)
    {
        if (tensor.Type is not { } type)
            throw new ConversionException($"has a tensor '{Printable.Of(name, 80)}' of '{Printable.Of(tensor.TypeName, 40)}', which safetensors does not know");
        if (tensor.Storage.Bytes is not { } bytes)
            throw new ConversionException($"has a tensor '{Printable.Of(name, 80)}' without its storage");

        into.Add(new SourceTensor(name, type, tensor.Shape, TensorBytes.Strided(name, bytes, type, tensor.Start, tensor.Shape, tensor.Strides, isBigEndian: false)));
    }

    private void Add(PyArray array, string name)
    {
        if (array.DType is null || array.Bytes is not { } bytes || TensorType.OfNumPy(array.DType.Name) is not { } type)
        {
            into.Leave(name, $"an array of {Printable.Of(array.DType?.Name ?? "nothing", 40)}");
            return;
        }

        into.Add(new SourceTensor(name, type, array.Shape, TensorBytes.Strided(name, bytes, type, 0, array.Shape, Strides.Of(array.Shape, array.IsFortran), array.DType.IsBigEndian)));
    }

    // A list that holds itself is left at its first return.
    private void Within(object container, Action visit)
    {
        if (!_open.Add(container))
            return;
        if (_open.Count > MaxDepth)
            throw new ConversionException($"holds dictionaries in dictionaries, more than {MaxDepth} deep");

        visit();
        _open.Remove(container);
    }

    private static string Join(string name, object? key)
    {
        var last = key switch { string text => text, long number => $"{number}", _ => Kind(key) };
        return Silent.Contains(last) ? name : name.Length == 0 ? last : name + "." + last;
    }

    private static string Kind(object? value) => value switch
    {
        null => "None",
        bool => "a truth value",
        long or double or BigInteger => "a number",
        string => "a text",
        PyBytes => "bytes",
        PyGlobal global => $"the name {Printable.Of(global.ToString(), 100)}",
        PyStorage => "a storage without a shape",
        PyDType => "an element type",
        _ => "something else",
    };
}
