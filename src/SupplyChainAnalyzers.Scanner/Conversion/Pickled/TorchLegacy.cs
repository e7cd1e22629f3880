using SupplyChainAnalyzers.Scanner.Formats;
using SupplyChainAnalyzers.Scanner.Input;

namespace SupplyChainAnalyzers.Scanner.Conversion.Pickled;

/// <summary>
/// torch.save before 1.6 (torch/serialization.py, <c>_legacy_load</c>): pickles of a magic number, a version, facts of the system, the object and
/// the keys of its storages; then each storage: number of elements 8, elements.
/// </summary>
internal static class TorchLegacy
{
    /// <param name="file">The whole file.</param>
    /// <param name="depth">Pickles around it.</param>
    public static object? Root(ByteSource file, int depth = 0)
    {
        var storages = new Dictionary<string, PyStorage>(StringComparer.Ordinal);
        long at = 0;
        Next();
        Next();
        Next();
        var root = Next();
        if (Next() is not PyList { Items: var keys })
            throw new DamagedFileException("it does not list its storages", at);

        foreach (var key in keys)
        {
            if (key is not string name || !storages.TryGetValue(name, out var storage))
                throw new DamagedFileException("it lists a storage that nothing uses", at);

            var count = file.ReadUInt64(at, "a storage");
            var size = storage.Type?.Size ?? throw new ConversionException($"has a storage of '{Core.Text.Printable.Of(storage.TypeName, 40)}', behind which nothing can be found");
            if (count > (ulong)(file.Length - at - 8) / (ulong)size)
                throw new DamagedFileException("the file ends within a storage", file.Length);

            storage.Bytes = new SliceSource(file, at + 8, (long)count * size, "a storage");
            at += 8 + ((long)count * size);
        }

        return root;

        object? Next()
        {
            var loader = new PickleLoader(file, at, id => Storage(id, storages), depth);
            var value = loader.Load();
            at = loader.Position;
            return value;
        }
    }

    // ('storage', torch.FloatStorage, key, 'cpu', 8, None); a view names a part of another storage, which torch has not written since 0.2.
    // ('module', class, source file, source) stands for the class of a whole model; the source is for people.
    private static PyValue Storage(object? id, Dictionary<string, PyStorage> storages)
    {
        if (id is PyList { Items: ["module", PyGlobal module, ..] })
            return module;
        if (id is not PyList { Items: ["storage", PyGlobal { Module: "torch" or "torch.storage" } type, var named, _, _, ..] } || (named as string ?? named?.ToString()) is not { } key)
            throw new ConversionException("refers to something that is no storage");
        if (id is PyList { Items: [_, _, _, _, _, not null, ..] })
            throw new ConversionException("has views of storages, which only torch before 0.2 wrote; load and save it with a newer one");

        if (!storages.TryGetValue(key, out var storage))
            storages.Add(key, storage = new PyStorage(TensorType.OfTorch(type.Name), type.Name));
        return storage;
    }
}
