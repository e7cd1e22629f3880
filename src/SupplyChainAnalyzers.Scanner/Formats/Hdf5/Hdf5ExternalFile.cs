namespace SupplyChainAnalyzers.Scanner.Formats.Hdf5;

/// <summary>
/// Files that hold a dataset's elements outside (IV.A.2.h): version, reserved 3, slots 2, slots in use 2, local heap, then for each:
/// place of its name in the heap, offset in the file, size. The library reads them raw, whatever they are.
/// </summary>
internal static class Hdf5ExternalFile
{
    private const int MaxFiles = 4096;

    public static List<string> Names(Hdf5Cursor cursor)
    {
        cursor.Skip(6);
        var count = cursor.U16();
        if (count > MaxFiles)
            throw cursor.Damaged("names too many files");

        var names = new List<string>();
        var heap = LocalHeap.Read(cursor.Volume, cursor.Required());
        for (var i = 0; i < count; i++)
        {
            names.Add(heap.Text(cursor.Length()));
            cursor.Length();
            cursor.Length();
        }

        return names;
    }
}
