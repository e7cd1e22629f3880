using SupplyChainAnalyzers.Core.Formats;
using SupplyChainAnalyzers.Scanner.Conversion.Arrays;
using SupplyChainAnalyzers.Scanner.Conversion.Pickled;
using SupplyChainAnalyzers.Scanner.Formats.Zip;
using SupplyChainAnalyzers.Scanner.Input;
using SupplyChainAnalyzers.Scanner.Scanning;

namespace SupplyChainAnalyzers.Scanner.Conversion;

/// <summary>Finds the tensors of a file by its format. Nothing is unpickled.</summary>
internal static class TensorFiles
{
    /// <exception cref="ConversionException">The format holds no tensors that can be copied, or the file more than tensors.</exception>
    /// <exception cref="Formats.DamagedFileException">It cannot be read.</exception>
    /// <exception cref="LimitExceededException">It costs too much.</exception>
    public static TensorFile Read(ByteSource file, ModelFormat format, ScanContext context)
    {
        var found = new TensorFile();
        if (format == ModelFormats.PyTorch || format == ModelFormats.TorchScript)
            new Flattened(found).Add(TorchZip.Root(file, context), "");
        else if (format == ModelFormats.PyTorchLegacy)
            new Flattened(found).Add(TorchLegacy.Root(file), "");
        else if (format == ModelFormats.Pickle || format == ModelFormats.Joblib)
            new Flattened(found).Add(new PickleLoader(file, 0, static _ => throw new ConversionException("refers to something outside of the pickle")).Load(), "");
        else if (format == ModelFormats.NumPy)
            Array(file, "array", found);
        else if (format == ModelFormats.NumPyZip)
            Arrays(file, context, found);
        else if (format == ModelFormats.Hdf5 || format == ModelFormats.KerasH5)
            Hdf5Tensors.Read(file, found);
        else if (format == ModelFormats.Keras)
            KerasWeights(file, context, found);
        else
            throw new ConversionException($"is recognized as {format.Name}, which is not converted; convert pickles, PyTorch checkpoints, NumPy arrays, HDF5 or Keras files");

        return found;
    }

    private static void Arrays(ByteSource file, ScanContext context, TensorFile found)
    {
        var zip = new ZipReader(file, context);
        foreach (var entry in zip.Entries)
            Array(zip.Open(entry), entry.Name.EndsWith(".npy", StringComparison.Ordinal) ? entry.Name[..^4] : entry.Name, found);
    }

    private static void Array(ByteSource file, string name, TensorFile found)
    {
        if (NpyArray.Read(file, name) is { } array)
            found.Add(array);
        else
            found.Leave(name, "an array of something else than numbers");
    }

    private static void KerasWeights(ByteSource file, ScanContext context, TensorFile found)
    {
        var zip = new ZipReader(file, context);
        var weights = zip.Find("model.weights.h5") ?? throw new ConversionException("has no model.weights.h5");
        Hdf5Tensors.Read(zip.Open(weights), found);
        foreach (var entry in zip.Entries.Where(entry => entry != weights))
            found.Leave(entry.Name, "a file of the archive");
    }
}
