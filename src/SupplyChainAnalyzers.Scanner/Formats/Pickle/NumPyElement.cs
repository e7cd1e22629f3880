using System.Globalization;

namespace SupplyChainAnalyzers.Scanner.Formats.Pickle;

/// <summary>An element of a NumPy array as its pickled <c>dtype</c> describes it (numpy/core/src/multiarray/descriptor.c, arraydescr_reduce).</summary>
/// <param name="Size">Bytes; -1 when it cannot be told.</param>
/// <param name="HasObjects">Whether it holds references to Python objects, so that the array is pickled.</param>
internal readonly record struct NumPyElement(long Size, bool HasObjects)
{
    private const int HasReferences = 1; // NPY_ITEM_REFCOUNT, among the flags in the state's last item

    public static NumPyElement Of(PickleHeap heap, PickleValue type, PickleNames names)
    {
        var unknown = new NumPyElement(-1, false);
        if (type.Name < 0 || names[type.Name].Dotted != "numpy.dtype" || !heap.TryResult(type, out var arguments, out var state, out _))
            return unknown;

        if (heap.Items(arguments) is not [{ Kind: PickleKind.Str } code, ..] || (code.Own & PickleTraits.Lost) != 0)
            return unknown;

        var text = PickleConstants.Text(heap.Source, code.Payload, 100).TrimStart('<', '>', '|', '=');
        if (text.Length < 2 || !int.TryParse(text.AsSpan(1), NumberStyles.None, CultureInfo.InvariantCulture, out var size))
            return unknown;

        var fields = heap.Items(state);
        var hasObjects = text[0] == 'O' || (fields.Length >= 8 && fields[7].TryInt(out var flags) && (flags & HasReferences) != 0);
        return new NumPyElement(text[0] == 'U' ? 4L * size : size, hasObjects);
    }
}
