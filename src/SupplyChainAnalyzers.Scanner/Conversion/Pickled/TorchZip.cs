using System.Text;
using SupplyChainAnalyzers.Scanner.Formats;
using SupplyChainAnalyzers.Scanner.Formats.Zip;
using SupplyChainAnalyzers.Scanner.Input;
using SupplyChainAnalyzers.Scanner.Scanning;

namespace SupplyChainAnalyzers.Scanner.Conversion.Pickled;

/// <summary>torch.save since 1.6: a zip of <c>name/data.pkl</c>, <c>name/data/0</c> …; persistent ids name the storages.</summary>
internal static class TorchZip
{
    private const string Pickle = "/data.pkl";

    public static object? Root(ByteSource file, ScanContext context)
    {
        var zip = new ZipReader(file, context);
        var name = zip.Entries.FirstOrDefault(static entry => entry.Name.EndsWith(Pickle, StringComparison.Ordinal))?.Name ?? throw new DamagedFileException("it has no data.pkl", 0);
        var folder = name[..^(Pickle.Length - 1)];
        if (zip.Find(folder + "byteorder") is { } order && Encoding.ASCII.GetString(Small(zip.Open(order))) != "little")
            throw new ConversionException("was written on a machine with another byte order; save it on one with yours");

        return new PickleLoader(zip.Open(zip.Find(name)!), 0, id => Storage(id, zip, folder)).Load();
    }

    // ('storage', torch.FloatStorage, '0', 'cpu', 8)
    private static PyStorage Storage(object? id, ZipReader zip, string folder)
    {
        if (id is not PyList { Items: ["storage", PyGlobal { Module: "torch" or "torch.storage" } type, string key, _, ..] })
            throw new ConversionException("refers to something that is no storage");

        var entry = zip.Find(folder + "data/" + key) ?? throw new DamagedFileException($"it lacks the storage '{Core.Text.Printable.Of(key, 40)}'", 0);
        return new PyStorage(TensorType.OfTorch(type.Name), type.Name) { Bytes = zip.Open(entry) };
    }

    private static byte[] Small(ByteSource source) => source.ReadBytes(0, (int)Math.Min(source.Length, 16), "the byte order");
}
